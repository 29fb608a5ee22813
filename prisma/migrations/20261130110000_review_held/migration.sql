-- AlterEnum
-- Alone: a new value can be used only once its transaction has committed.
ALTER TYPE "ReviewStatus" ADD VALUE 'held' BEFORE 'published';
