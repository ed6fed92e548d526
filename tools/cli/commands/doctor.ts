import { connectKafka } from '#libs/messaging';
import type { Command } from '../command.js';
import { asData } from '../doctor/as-data.js';
import { diagnose } from '../doctor/diagnose.js';
import { screen } from '../doctor/screen.js';
import { lookAtSystem } from '../look/system.js';
import { stackIn } from '../stack-in.js';

/** What is stuck, since when, and what to type next. */
export const doctor: Command = {
  usage: 'doctor',
  summary: 'what is stuck, since when, and what to type next; exit code 1 when something is',
  options: {},
  run: async ({ folder }) => {
    const stack = stackIn(folder);
    const kafka = connectKafka({ brokers: stack.kafka, clientId: 'cakupan-doctor' });
    const look = await lookAtSystem(folder, stack, kafka);
    const troubles = diagnose(look);
    return {
      text: screen(look, troubles),
      data: asData(look, troubles),
      exitCode: troubles.length === 0 ? 0 : 1,
    };
  },
};
