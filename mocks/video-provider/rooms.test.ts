import assert from 'node:assert/strict';
import test from 'node:test';
import { Rooms } from './rooms.ts';

void test('forgets the oldest ended rooms past the limit, with their recordings', () => {
  const forgotten: string[] = [];
  const rooms = new Rooms(
    {
      happened: () => {},
      forgotten: (recordings) => forgotten.push(...recordings.map(({ sid }) => sid)),
    },
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
