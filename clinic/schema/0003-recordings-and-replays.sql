-- A replay belongs to one patient and one consultation. Two replays may name the same consultation: what makes it one
-- is the part of the product that attaches recordings, under the consultation's row lock.
CREATE TABLE replays (
  id uuid PRIMARY KEY,
  consultation_id uuid NOT NULL REFERENCES consultations,
  patient_id uuid NOT NULL REFERENCES patients,
  status text NOT NULL DEFAULT 'processing' CHECK (status IN ('processing', 'ready')),
  media_key text,
  thumbnail_key text,
  duration_seconds double precision,
  opened_at timestamptz NOT NULL
);
CREATE INDEX replays_of_a_patient ON replays (patient_id);
CREATE INDEX replays_of_a_consultation ON replays (consultation_id);

-- consultation_id is decided when the provider first mentions the recording, replay_id when it is complete.
CREATE TABLE recordings (
  sid text PRIMARY KEY,
  room_sid text NOT NULL,
  mode text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  parts integer NOT NULL DEFAULT 0,
  bytes bigint NOT NULL DEFAULT 0,
  consultation_id uuid REFERENCES consultations,
  replay_id uuid REFERENCES replays
);
CREATE INDEX recordings_of_a_room ON recordings (room_sid);
CREATE INDEX recordings_of_a_replay ON recordings (replay_id);

-- Stored before anything is done about them; the provider's event id makes a repeated delivery harmless.
CREATE TABLE webhook_events (
  id text PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  body jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  processed_at timestamptz,
  failure text
);
CREATE INDEX webhook_events_to_process ON webhook_events (attempts, sequence) WHERE processed_at IS NULL;

CREATE TABLE compose_jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  replay_id uuid NOT NULL UNIQUE REFERENCES replays,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  failure text
);
CREATE INDEX compose_jobs_to_do ON compose_jobs (id) WHERE state IN ('waiting', 'running');

ALTER TABLE replays ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_replays ON replays TO clinic_app USING (patient_id = current_patient());
CREATE POLICY every_replay_for_the_worker ON replays TO clinic_worker USING (true) WITH CHECK (true);

GRANT SELECT ON replays TO clinic_app;
GRANT SELECT, INSERT, UPDATE ON replays TO clinic_worker;
GRANT SELECT, INSERT, UPDATE ON recordings, webhook_events, compose_jobs TO clinic_worker;
