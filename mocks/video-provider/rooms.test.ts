import assert from 'node:assert/strict';
import test from 'node:test';
import { Clocks } from './clocks.ts';
import { Rooms } from './rooms.ts';

void test('forgets the oldest ended rooms past the limit, with their recordings', () => {
  const forgotten: string[] = [];
  const rooms = new Rooms(
    {
      happened: () => {},
      forgotten: (recordings) => forgotten.push(...recordings.map(({ sid }) => sid)),
    },
    new Clocks(),
    1,
  );
  const details = {
    applicationKey: 'app_one',
    webhookUrl: 'http://clinic.test',
    webhookSecret: 's',
    isRecorded: true,
  };
  const ended = ['room-1', 'room-2'].map((name) => {
    const room = rooms.open({ ...details, name });
    rooms.join(room, rooms.admit(room));
    rooms.end(room);
    return room;
  });
  const [oldest, newest] = ended;
  assert.ok(oldest && newest);
  assert.deepEqual(forgotten, [oldest.recordings[0]?.sid]);
  assert.throws(() => rooms.ofApplication('app_one', oldest.sid), /no such room/);
  assert.equal(rooms.ofApplication('app_one', newest.sid), newest);
});

void test('what happens in a room happens at the time of its application', () => {
  const told: string[] = [];
  const clocks = new Clocks();
  const rooms = new Rooms(
    { happened: (_room, { at }) => told.push(at.slice(0, 10)), forgotten: () => {} },
    clocks,
  );
  const today = new Date().toISOString().slice(0, 10);
  clocks.set('app_then', new Date('2020-06-09T12:00:00Z'));
  for (const applicationKey of ['app_then', 'app_now']) {
    const details = { applicationKey, name: 'room', webhookUrl: 'http://clinic.test' };
    const room = rooms.open({ ...details, webhookSecret: 's', isRecorded: false });
    rooms.join(room, rooms.admit(room));
    rooms.end(room);
  }
  assert.deepEqual(told, ['2020-06-09', '2020-06-09', today, today]);
});
