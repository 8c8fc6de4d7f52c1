// Installs what package-lock.json names, unless exactly that is there already: then nothing is asked of any network.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const oldest = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(`The pages are built with Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
  console.error('Install a newer one, or leave the pages as they were last built: mvn -Dskip.web …');
  process.exit(1);
}

const mark = 'node_modules/.installed';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  writeFileSync(mark, lock);
}
