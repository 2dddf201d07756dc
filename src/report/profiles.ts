import type { Profile } from '../dictionaries/schema.js';
import { KINDS, ROLES } from './names.js';
import { padEnd } from './width.js';

/** All profiles, one a line: id, name, number of dimensions. */
export function renderProfiles(profiles: readonly Profile[]): string {
  const widest = Math.max(...profiles.map(({ id }) => id.length));
  const lines = profiles.map(({ id, name, dimensions, confidence }) => {
    const doubt = confidence === 'unconfirmed' ? '（提法待核实）' : '';
    return `${padEnd(id, widest + 2)}${name}${dimensions.length > 0 ? `，${dimensions.length}个方面` : ''}${doubt}`;
  });
  return `${lines.join('\n')}\n\n用 duizhao profiles 编号 查看一个年度的全部维度。\n`;
}

/** One profile: its dimensions with theme, the parts it asks for, and where the wording comes from. */
export function renderProfile({
  id,
  name,
  occasion,
  kinds,
  dimensions,
  parts,
  source,
  confidence,
  note,
}: Profile): string {
  return [
    `${name}（${id}）`,
    `会议：${occasion}    适用：${kinds.map((kind) => KINDS[kind]).join('、')}`,
    '',
    ...dimensions.map(
      ({ ordinal, name: wording, theme, confidence: sure }) =>
        `  ${ordinal}. ${wording}（主题：${theme}${sure === 'unconfirmed' ? '；提法待核实' : ''}）`,
    ),
    ...(dimensions.length > 0 ? [''] : []),
    ...kinds.flatMap((kind) => {
      const asked = parts[kind];
      return asked ? [`${KINDS[kind]}材料的组成：${asked.map((role) => ROLES[role]).join('、')}`] : [];
    }),
    ...(note ? [`说明：${note}`] : []),
    `来源：${source}${confidence === 'unconfirmed' ? '（待核实，请以当年文件为准）' : ''}`,
    '',
  ].join('\n');
}
