-- What the patient said about being recorded; nothing is recorded unless it is 'given'.
ALTER TABLE consultations ADD COLUMN consent text NOT NULL DEFAULT 'unasked'
  CHECK (consent IN ('unasked', 'given', 'refused', 'withdrawn'));

-- Clinicians sign in by their name: Dr Amara Okafor is amara.okafor@clinic.example.
ALTER TABLE clinicians ADD COLUMN email text UNIQUE;
UPDATE clinicians
  SET email = replace(lower(regexp_replace(name, '^Dr ', '')), ' ', '.') || '@clinic.example';
ALTER TABLE clinicians ALTER COLUMN email SET NOT NULL;

CREATE TABLE staff_sessions (
  token_hash text PRIMARY KEY,
  clinician_id integer NOT NULL REFERENCES clinicians,
  opened_at timestamptz NOT NULL
);

-- Staff have a role of their own, so that a patient's connection can never see a clinician's rows.
DO $$
BEGIN
  BEGIN
    CREATE ROLE clinic_staff NOLOGIN NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
  END;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    GRANT clinic_staff TO CURRENT_USER;
  END IF;
END
$$;

-- Whose appointments this connection may see. Unset or empty means nobody's.
CREATE FUNCTION current_clinician() RETURNS integer
  LANGUAGE sql STABLE
  RETURN nullif(current_setting('clinic.clinician_id', true), '')::integer;

CREATE POLICY own_appointments ON consultations TO clinic_staff
  USING (clinician_id = current_clinician()) WITH CHECK (clinician_id = current_clinician());
CREATE INDEX consultations_of_a_clinician ON consultations (clinician_id, starts_at);

GRANT SELECT ON clinicians TO clinic_staff;
GRANT SELECT, INSERT, DELETE ON staff_sessions TO clinic_staff;
GRANT SELECT ON consultations TO clinic_staff;
GRANT UPDATE (status, mode) ON consultations TO clinic_staff;
GRANT SELECT (id, given_name, family_name) ON patients TO clinic_staff;
