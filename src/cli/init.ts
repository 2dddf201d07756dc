import { writeFile } from 'node:fs/promises';
import { DuizhaoError } from '../document/error.js';
import { renderConfig } from '../report/config.js';
import { rules } from '../rules/index.js';
import { CONFIG_NAME } from './config.js';

/** `duizhao init`: never over a file that is there. */
export async function runInit(): Promise<void> {
  await writeFile(CONFIG_NAME, renderConfig(rules), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new DuizhaoError(
      'config',
      error.code === 'EEXIST'
        ? `这里已有 ${CONFIG_NAME}，没有动它。要重写，请先改名或移走。`
        : `${CONFIG_NAME} 写不进去（${error.code ?? error.message}），请检查文件夹权限。`,
    );
  });
  process.stdout.write(`已写好 ${CONFIG_NAME}。各项都有说明，去掉行首的“# ”即可启用。\n`);
}
