import { membersTopic, paymentsTopic, signUpsTopic } from '#libs/contracts';
import { describe, expect, it } from '@jest/globals';
import { senderOf } from './sender.js';

const incoming = (value: unknown, headers: Record<string, string> = {}) => ({
  offset: 0n,
  key: null,
  value: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  timestampMs: 0,
});

const channel = (code: string) => ({ kind: 'channel', code });
const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

describe('whose a parked message is', () => {
  it.each([
    ['the channel of its content', { channel: { code: 'A' } }, { ce_source: '/channels/B' }, channel('A')],
    ['its source, unreadable', '{"channel":{"code":"A"', { ce_source: '/channels/B' }, channel('B')],
    ['its source, without a channel', {}, { ce_source: '/channels/B' }, channel('B')],
    [
      'the channel in an envelope',
      { source: '/channels/B', data: { channel: { code: 'A' } } },
      STRUCTURED,
      channel('A'),
    ],
    ['the source of an envelope', { source: '/channels/B', data: null }, STRUCTURED, channel('B')],
    ['nobody, from elsewhere', '', { ce_source: '/gateways/B' }, null],
    ['nobody, from deeper', '', { ce_source: '/channels/B/x' }, null],
    ['nobody, unnamed', '', {}, null],
    ['nobody: a code that is no text', { channel: { code: 7 } }, { ce_source: '/channels/B' }, null],
    ['nobody: a number of a person', { channel: { code: '3372051708900001' } }, {}, null],
    ['nobody: a code that cannot be stored', { channel: { code: 'A\u0000' } }, {}, null],
    ['nobody: a code too long', { channel: { code: 'A'.repeat(101) } }, {}, null],
    ['a code just short enough', { channel: { code: 'A'.repeat(100) } }, {}, channel('A'.repeat(100))],
  ])('a sign-up: %s', (_, value, headers, sender) => {
    expect(senderOf(signUpsTopic.name, incoming(value, headers as Record<string, string>))).toEqual(sender);
  });

  it('a payment: the gateway of its content, else its source', () => {
    const named = incoming({ gateway: 'qris-hub' }, { ce_source: '/gateways/other' });
    expect(senderOf(paymentsTopic.name, named)).toEqual({ kind: 'gateway', code: 'qris-hub' });
    const unreadable = incoming('{', { ce_source: '/gateways/other' });
    expect(senderOf(paymentsTopic.name, unreadable)).toEqual({ kind: 'gateway', code: 'other' });
  });

  it('an event of a service: nobody', () => {
    const event = incoming({ channel: { code: 'A' }, gateway: 'A' }, { ce_source: '/channels/A' });
    expect(senderOf(membersTopic.name, event)).toBeNull();
  });
});
