import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Events that were handled, so that a repeat changes nothing. */
@Entity()
export class HandledEvent {
  @PrimaryColumn('uuid') id!: string;
}

@Entity()
export class Member {
  @PrimaryColumn('uuid') membershipId!: string;
  @Column('uuid') personId!: string;
  @Column() village!: string;
  @Column('date') registeredOn!: string;
  @Column({ type: 'date', nullable: true }) endedOn!: string | null;
}

@Entity()
export class Contribution {
  @PrimaryColumn('uuid') contributionId!: string;
  @Index() @Column('uuid') membershipId!: string;
  @Column('date') from!: string;
  @Column('date') through!: string;
  @Column('bigint') amount!: number;
}

/** Persons of a village. */
@Entity()
export class VillageFigure {
  @PrimaryColumn() village!: string;
  @Column({ default: 0 }) registered!: number;
  @Column({ default: 0 }) active!: number;
}

@Entity()
export class Person {
  @PrimaryColumn('uuid') personId!: string;
  @Column({ unique: true }) nik!: string;
  @Column() fullName!: string;
  @Column('date') birthDate!: string;
}

@Entity()
export class SignUp {
  @PrimaryColumn('uuid') signUpId!: string;
  @Column('uuid') membershipId!: string;
  @Column('uuid') personId!: string;
  @Column() village!: string;
  @Column('jsonb') form!: object;
}

@Entity()
export class Payer {
  @PrimaryColumn() paymentCode!: string;
  @Column('uuid') membershipId!: string;
}

@Entity()
@Index(['gateway', 'paymentId'], { unique: true })
export class Payment {
  @PrimaryColumn('uuid') contributionId!: string;
  @Column() gateway!: string;
  @Column() paymentId!: string;
  @Column('uuid') membershipId!: string;
  @Column('bigint') amount!: number;
}

@Entity()
export class LedgerPosting {
  @PrimaryGeneratedColumn() id!: number;
  @Column() account!: string;
  @Column('bigint') amount!: number;
  @Column() paymentId!: string;
}

@Entity()
export class OutboxMessage {
  /** Who looks for what is unsent does not pass all that was sent. */
  @Index({ where: '"isSent" = false' })
  @PrimaryGeneratedColumn()
  id!: number;
  @Column() topic!: string;
  @Column() key!: string;
  @Column('jsonb') data!: object;
  @Column({ default: false }) isSent!: boolean;
}

export const TABLES = [
  HandledEvent,
  Member,
  Contribution,
  VillageFigure,
  Person,
  SignUp,
  Payer,
  Payment,
  LedgerPosting,
  OutboxMessage,
];
