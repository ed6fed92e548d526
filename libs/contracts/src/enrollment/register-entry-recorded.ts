import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Has, Is } from '../fields.js';
import { text } from '../kinds.js';
import { registerEntriesTopic } from '../topics.js';
import {
  AgentRecorded,
  CampaignRecorded,
  channelRecorded,
  ChannelRecorded,
  EmployerRecorded,
  SponsorRecorded,
} from './registers.js';

/** The entry of a code in one register: just one of the other fields is there, and its name is the register's. */
export class RegisterEntryRecorded {
  @Is(text(64)) code!: string;
  @IsOptional() @Has(() => ChannelRecorded) channel?: ChannelRecorded | null;
  @IsOptional() @Has(() => AgentRecorded) agent?: AgentRecorded | null;
  @IsOptional() @Has(() => EmployerRecorded) employer?: EmployerRecorded | null;
  @IsOptional() @Has(() => SponsorRecorded) sponsor?: SponsorRecorded | null;
  @IsOptional() @Has(() => CampaignRecorded) campaign?: CampaignRecorded | null;
}

const REGISTERS = ['channel', 'agent', 'employer', 'sponsor', 'campaign'] as const;

const nameOf = (entry: RegisterEntryRecorded): string => {
  const register = REGISTERS.find((one) => entry[one] != null) ?? 'none';
  return `${register}/${entry.code}`;
};

export const registerEntryRecorded = defineEvent({
  topic: registerEntriesTopic,
  type: 'id.cakupan.enrollment.register-entry-recorded.v1',
  summary:
    'The entry of a code in one register as it is now; equal codes of other registers stand beside it.',
  payload: RegisterEntryRecorded,
  key: nameOf,
  subject: (entry) => `register/${nameOf(entry)}`,
  example: { code: 'PKL-MANAHAN', channel: channelRecorded.example },
});
