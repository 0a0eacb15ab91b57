/** Stands in for the clinic and the mocks in the tests of starting and stopping: the argument says how it behaves. */
const behaviour = process.argv[2];
process.stdin.once('close', () => process.exit(0)).resume();

if (behaviour === 'crash') {
  console.error('the table is missing');
  process.exit(3);
} else if (behaviour === 'babble') {
  console.log('listening, I think');
} else if (behaviour !== 'silent') {
  if (behaviour === 'stubborn') process.on('SIGTERM', () => console.error('no'));
  console.error('first words');
  console.log(JSON.stringify({ ready: true }));
}
