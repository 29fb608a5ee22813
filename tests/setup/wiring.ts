import { wireAll } from '@/lib/wiring/wire';

/** What each process does at its start, for tests and benchmarks that go through doors or ask what is told. It loads every noun. */
wireAll();
