-- Whether a database is a demo or live is said once, by the mode that first migrates it: null is "nobody has said".
ALTER TABLE installation ALTER COLUMN demo DROP DEFAULT, ALTER COLUMN demo DROP NOT NULL;
-- Nothing has ever read it.
ALTER TABLE installation DROP COLUMN seeded_at;

-- Databases from before: a demo was marked when its world was begun; one with people and without the mark is live.
UPDATE installation SET demo = NULL WHERE NOT demo AND NOT EXISTS (SELECT 1 FROM "person");

CREATE FUNCTION keep_mode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.demo IS NULL OR NEW.demo IS NOT DISTINCT FROM OLD.demo) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a database stays what it is: a demo or live' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER installation_mode_kept BEFORE UPDATE OR DELETE ON installation FOR EACH ROW EXECUTE FUNCTION keep_mode();
CREATE TRIGGER installation_mode_not_emptied BEFORE TRUNCATE ON installation FOR EACH STATEMENT EXECUTE FUNCTION keep_mode();

-- The clock moves where the database says that it is a demo, and nowhere else.
CREATE OR REPLACE FUNCTION move_clock(by_ms bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  reached bigint;
BEGIN
  IF (SELECT demo FROM installation) IS NOT TRUE THEN
    RAISE EXCEPTION 'the clock moves in the demo alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF by_ms < 0 OR by_ms > 366::bigint * 86400000 THEN
    RAISE EXCEPTION 'the clock moves forward, by at most a year at a time' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE "clock" SET "offsetMs" = "offsetMs" + by_ms WHERE id = 1 RETURNING "offsetMs" INTO reached;
  PERFORM pg_notify('clock', reached::text);
  RETURN reached;
END $$;
