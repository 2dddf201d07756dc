/**
 * Loaded before the program: every way out of the process ends it, and every file that is opened is written down.
 * `DUIZHAO_TRAP` names the file for the notes.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { join, resolve } = require('node:path');
const { fileURLToPath } = require('node:url');

const log = fs.openSync(process.env.DUIZHAO_TRAP, 'a');
const { writeSync } = fs;
const note = (kind, what) => writeSync(log, `${JSON.stringify([kind, String(what)])}\n`);

const forbid = (holder, kind, ...names) => {
  for (const name of names) {
    if (typeof holder[name] !== 'function') continue;
    holder[name] = () => {
      note('out', `${kind}.${name}`);
      process.exit(99);
    };
  }
};

const net = require('node:net');
forbid(net, 'net', 'connect', 'createConnection', 'createServer');
forbid(net.Socket.prototype, 'socket', 'connect');
forbid(require('node:dgram'), 'dgram', 'createSocket');
for (const name of ['http', 'https']) forbid(require(`node:${name}`), name, 'request', 'get', 'createServer');
forbid(require('node:http2'), 'http2', 'connect');
forbid(require('node:tls'), 'tls', 'connect');
const dns = require('node:dns');
for (const holder of [dns, dns.promises])
  forbid(holder, 'dns', ...Object.keys(dns).filter((name) => /^(lookup|resolve|reverse)/.test(name)));
const processes = require('node:child_process');
const { fork } = processes;
forbid(processes, 'process', 'spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork');
// The program's own workers work under the same trap: they inherit `--require`.
const forbidden = processes.fork;
processes.fork = (script, ...rest) =>
  resolve(String(script)) === join(__dirname, '../../dist/worker.js') ? fork(script, ...rest) : forbidden();
forbid(globalThis, 'global', 'fetch');

const pathOf = (path) =>
  path instanceof URL ? fileURLToPath(path) : typeof path === 'string' ? resolve(path) : null;
const watched = (holder, names, writes) => {
  for (const name of names) {
    const plain = holder[name];
    if (typeof plain !== 'function') continue;
    holder[name] = function (path, ...rest) {
      const file = pathOf(path);
      if (file !== null) note(writes ? 'write' : 'open', file);
      return plain.call(this, path, ...rest);
    };
  }
};
for (const holder of [fs, fs.promises]) {
  watched(
    holder,
    ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream', 'readdir', 'readdirSync'],
    false,
  );
  watched(holder, ['watch', 'watchFile'], false);
  watched(
    holder,
    [
      'writeFile',
      'writeFileSync',
      'appendFile',
      'appendFileSync',
      'createWriteStream',
      'mkdir',
      'mkdirSync',
      'mkdtemp',
      'mkdtempSync',
      'rename',
    ],
    true,
  );
}
syncBuiltinESMExports();
