-- One person's time zone that Postgres does not know (any more) must not keep everybody's alerts from being found: by UTC then.
CREATE OR REPLACE FUNCTION alert_due(pace "AlertPace", at timestamptz, zone text) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF pace = 'immediate' THEN RETURN at; END IF;
  IF pace <> 'daily' THEN RETURN NULL; END IF;
  RETURN (date_trunc('day', (at AT TIME ZONE zone) - interval '8 hours') + interval '1 day 8 hours') AT TIME ZONE zone;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN (date_trunc('day', (at AT TIME ZONE 'UTC') - interval '8 hours') + interval '1 day 8 hours') AT TIME ZONE 'UTC';
END $$;
