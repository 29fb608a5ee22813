-- AlterEnum
ALTER TYPE "RevokeCause" ADD VALUE 'left';
