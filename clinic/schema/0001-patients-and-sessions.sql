-- Two roles, both without BYPASSRLS: the product answers patients as clinic_app; webhooks and composing run as
-- clinic_worker. Roles belong to the whole server, so several databases may create them at the same moment.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['clinic_app', 'clinic_worker'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    END IF;
  END LOOP;
END
$$;

-- What the product keeps across restarts: the secret that signs links, the one that signs webhooks, the clock's offset.
CREATE TABLE settings (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- No row-level security here: who signs in must be found before anybody is signed in.
CREATE TABLE patients (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  email_identity text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date text NOT NULL,
  phone text NOT NULL,
  membership_number text NOT NULL,
  registered_at timestamptz NOT NULL
);

CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  patient_id uuid NOT NULL REFERENCES patients,
  opened_at timestamptz NOT NULL
);

CREATE TABLE clinicians (
  id integer PRIMARY KEY,
  name text NOT NULL,
  speciality text NOT NULL
);

GRANT SELECT, INSERT ON settings TO clinic_app, clinic_worker;
GRANT UPDATE ON settings TO clinic_app;
GRANT SELECT, INSERT ON patients TO clinic_app;
GRANT SELECT, INSERT, DELETE ON sessions TO clinic_app;
GRANT SELECT ON clinicians TO clinic_app, clinic_worker;
