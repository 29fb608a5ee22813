// Plain JavaScript, and loaded before all else: an older Node must come as far as saying that it is one.
// The bundles are written for 22, pg-boss needs 22.12, node:sqlite 22.13, and 22.18 is the oldest that is tested.
const NEEDED = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `Groundcrew needs Node ${NEEDED.join('.')} or later, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org, then run npm ci again.\n`,
  );
  process.exit(1);
}
