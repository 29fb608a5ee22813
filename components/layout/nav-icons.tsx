'use client';

import {
  Banknote as BanknoteLines,
  BookOpen as BookOpenLines,
  Building2 as Building2Lines,
  Cloud as CloudLines,
  ContactRound as ContactRoundLines,
  FileText as FileTextLines,
  FlaskConical as FlaskConicalLines,
  HandCoins as HandCoinsLines,
  Handshake as HandshakeLines,
  KeyRound as KeyRoundLines,
  type LucideIcon,
  MessageSquare as MessageSquareLines,
  Search as SearchLines,
  Settings as SettingsLines,
  ShieldCheck as ShieldCheckLines,
  Star as StarLines,
  UserRound as UserRoundLines,
  Users as UsersLines,
  Wallet as WalletLines,
} from 'lucide-react';

/** What `rail-link` in app/globals.css says once for all of them. */
const SAID = {
  xmlns: undefined,
  fill: undefined,
  stroke: undefined,
  strokeLinecap: undefined,
  strokeLinejoin: undefined,
} as const;

/**
 * The signs of the frame's links. Every page has them twice, in the rail and in the phone's menu: drawn here, a page's data names
 * them and has none of their lines.
 */
const sign = (Icon: LucideIcon) =>
  function Sign(_props: { 'aria-hidden': 'true' }) {
    return <Icon {...SAID} aria-hidden="true" />;
  };

export const Banknote = sign(BanknoteLines);
export const BookOpen = sign(BookOpenLines);
export const Building2 = sign(Building2Lines);
export const Cloud = sign(CloudLines);
export const ContactRound = sign(ContactRoundLines);
export const FileText = sign(FileTextLines);
export const FlaskConical = sign(FlaskConicalLines);
export const HandCoins = sign(HandCoinsLines);
export const Handshake = sign(HandshakeLines);
export const KeyRound = sign(KeyRoundLines);
export const MessageSquare = sign(MessageSquareLines);
export const Search = sign(SearchLines);
export const Settings = sign(SettingsLines);
export const ShieldCheck = sign(ShieldCheckLines);
export const Star = sign(StarLines);
export const UserRound = sign(UserRoundLines);
export const Users = sign(UsersLines);
export const Wallet = sign(WalletLines);
