// Virtual ports: nothing that arrives early is lost, nothing reaches or leaves a port that is gone.
import { expect, test } from 'vitest';
import { createVirtualPorts } from '../../../electron/hosts/virtual-port.ts';

test('what arrives before somebody listens is kept, in order', () => {
  const ports = createVirtualPorts(() => undefined);
  const port = ports.open(1);
  ports.receive(1, 'a');
  ports.receive(1, 'b');
  const heard: unknown[] = [];
  port.on('message', (event) => heard.push(event?.data));
  ports.receive(1, 'c');
  expect(heard).toEqual(['a', 'b', 'c']);
});

test('messages go to their own port only, and leave under its number', () => {
  const sent: unknown[] = [];
  const ports = createVirtualPorts((number, data) => sent.push([number, data]));
  const heard: unknown[] = [];
  const [first, second] = [ports.open(1), ports.open(2)];
  first.on('message', (event) => heard.push(event?.data));
  ports.receive(2, 'for the second');
  ports.receive(3, 'for nobody');
  second.postMessage('hello');
  expect({ heard, sent }).toEqual({ heard: [], sent: [[2, 'hello']] });
});

test('a closed port hears of it once and sends nothing any more', () => {
  const sent: unknown[] = [];
  const ports = createVirtualPorts((_number, data) => sent.push(data));
  const port = ports.open(1);
  let closed = 0;
  port.on('close', () => {
    closed += 1;
  });
  ports.close(1);
  ports.close(1);
  port.postMessage('too late');
  expect({ closed, sent }).toEqual({ closed: 1, sent: [] });
});
