-- AlterEnum
-- Alone: a new value can be used only once its transaction has committed.
ALTER TYPE "ProposalStatus" ADD VALUE 'ended';
