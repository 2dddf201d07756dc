import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where LibreOffice stands when it is not on the path. */
const USUAL_PLACES: readonly string[] = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
];

const NAMES = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];

/**
 * Finds LibreOffice on this machine.
 *
 * @returns path of the program; null when it is not installed
 */
export async function findLibreOffice(path: string = process.env.PATH ?? ''): Promise<string | null> {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...USUAL_PLACES,
  ];
  for (const candidate of candidates)
    if (
      await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  return null;
}
