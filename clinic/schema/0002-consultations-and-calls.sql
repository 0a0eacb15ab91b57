-- Whose rows this connection may see. Unset or empty means nobody's.
CREATE FUNCTION current_patient() RETURNS uuid
  LANGUAGE sql STABLE
  RETURN nullif(current_setting('clinic.patient_id', true), '')::uuid;

CREATE TABLE consultations (
  id uuid PRIMARY KEY,
  patient_id uuid NOT NULL REFERENCES patients,
  clinician_id integer NOT NULL REFERENCES clinicians,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'booked' CHECK (status IN ('booked', 'in-progress', 'completed')),
  mode text NOT NULL DEFAULT 'audio' CHECK (mode IN ('audio', 'video')),
  room_sid text UNIQUE,
  room_name text,
  booked_at timestamptz NOT NULL,
  -- A constraint sees every patient's rows, whatever row-level security hides from the one who books.
  CONSTRAINT one_consultation_at_a_time EXCLUDE USING gist (
    int4range(clinician_id, clinician_id, '[]') WITH &&,
    tstzrange(starts_at, ends_at) WITH &&
  )
);
CREATE INDEX consultations_of_a_patient ON consultations (patient_id, starts_at DESC);

-- The names are used in turn, which is least recently used first.
CREATE SEQUENCE room_turns;

-- Which clinician hosts a room at the provider.
CREATE TABLE rooms (
  sid text PRIMARY KEY,
  name text NOT NULL,
  clinician_id integer NOT NULL REFERENCES clinicians,
  opened_at timestamptz NOT NULL,
  -- The recordings of the room in order of start, once the provider has said that it ended.
  recording_sids text[]
);

ALTER TABLE consultations ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_consultations ON consultations TO clinic_app
  USING (patient_id = current_patient()) WITH CHECK (patient_id = current_patient());
CREATE POLICY every_consultation_for_the_worker ON consultations TO clinic_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON consultations TO clinic_app;
GRANT SELECT, UPDATE ON consultations TO clinic_worker;
GRANT USAGE ON SEQUENCE room_turns TO clinic_app;
GRANT INSERT ON rooms TO clinic_app;
GRANT SELECT, INSERT, UPDATE ON rooms TO clinic_worker;
