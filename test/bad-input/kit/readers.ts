import { allTopics, type EventContract, type TopicContract } from '#libs/contracts';
import type { Type } from '@nestjs/common';
import { PATTERN_EXTRAS_METADATA } from '@nestjs/microservices/constants.js';
import type { Service } from './services.js';

type Methods = Readonly<Record<string, object>>;

const contractsOf = (controller: Type): readonly EventContract[] => {
  const methods = controller.prototype as Methods;
  return Object.getOwnPropertyNames(methods).flatMap((name) => {
    const extras: unknown = Reflect.getMetadata(PATTERN_EXTRAS_METADATA, methods[name]!);
    return (extras as { contracts?: readonly EventContract[] } | undefined)?.contracts ?? [];
  });
};

/** A topic that some service reads, and what all its readers take from it. */
export interface ReadTopic {
  readonly topic: TopicContract;
  readonly readers: readonly Service[];
  readonly contracts: readonly EventContract[];
}

/** Every topic that one of the services listens to, as their listeners say. */
export const readTopics = (services: readonly Service[]): readonly ReadTopic[] =>
  allTopics.flatMap((topic) => {
    const listeners = services.map((service) => ({
      service,
      contracts: (service.module.controllers ?? [])
        .flatMap(contractsOf)
        .filter((contract) => contract.topic === topic),
    }));
    const readers = listeners.filter(({ contracts }) => contracts.length > 0);
    const contracts =
      readers[0]?.contracts.filter((one) => readers.every((reader) => reader.contracts.includes(one))) ?? [];
    return readers.length > 0 ? [{ topic, readers: readers.map(({ service }) => service), contracts }] : [];
  });

/** Whether outside programs write it. */
export const isInbound = ({ writer }: TopicContract): boolean =>
  writer === 'channels' || writer === 'gateways';
