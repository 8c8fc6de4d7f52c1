-- What the engine keeps. Times are business time, given by the engine, but for leases, which run on the database's own clock.
-- Ids and keys compare by their bytes, as they do in Java.

-- A train, a release or a track: its state as one document, and the few facts about it that are asked for.
CREATE TABLE subject (
    id            text COLLATE "C" PRIMARY KEY,
    app           text COLLATE "C" NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('TRAIN', 'RELEASE', 'TRACK')),
    version       text COLLATE "C",
    platform      text COLLATE "C",
    -- The id of a track's release.
    release       text COLLATE "C" GENERATED ALWAYS AS (CASE WHEN platform IS NOT NULL THEN app || '/' || version END) STORED,
    -- The six numbers of a version, by which releases are ordered.
    numbers       int[],
    -- The id of the release before this one.
    previous      text COLLATE "C",
    state         jsonb NOT NULL,
    ended         boolean NOT NULL,
    revision      bigint NOT NULL DEFAULT 0,
    -- How often it was made due before its time: a look that began before does not put it off again.
    wakes         bigint NOT NULL DEFAULT 0,
    attention     jsonb NOT NULL,
    -- Whether readings that say nothing new wake it too; a part of its attention.
    every_reading boolean NOT NULL DEFAULT false,
    parked        text,
    due           timestamptz NOT NULL,
    lease_owner   text,
    lease_until   timestamptz,
    epoch         bigint NOT NULL DEFAULT 0,
    CONSTRAINT subject_id_is_natural CHECK (id = app || coalesce('/' || version, '') || coalesce('/' || platform, '')),
    CONSTRAINT subject_kind_fits CHECK (
        CASE kind
            WHEN 'TRAIN' THEN version IS NULL AND platform IS NULL
            WHEN 'RELEASE' THEN version IS NOT NULL AND platform IS NULL AND numbers IS NOT NULL
            ELSE version IS NOT NULL AND platform IS NOT NULL
        END),
    CONSTRAINT subject_revision_counts CHECK (revision >= 0 AND epoch >= 0)
);
CREATE INDEX subject_due ON subject (due, id) WHERE NOT ended;
CREATE INDEX subject_app ON subject (app);
CREATE INDEX subject_live ON subject (app) WHERE NOT ended;
CREATE INDEX subject_release ON subject (release) WHERE release IS NOT NULL;

CREATE TABLE action (
    app        text COLLATE "C" NOT NULL,
    subject    text COLLATE "C" NOT NULL REFERENCES subject,
    number     int NOT NULL CHECK (number >= 0),
    lane       text NOT NULL CHECK (lane IN ('GO', 'STOP', 'ASIDE')),
    place      text NOT NULL,
    unresolved boolean NOT NULL,
    body       jsonb NOT NULL,
    PRIMARY KEY (subject, number)
);
-- A lane holds at most one action that is planned, being sent, accepted or in doubt.
CREATE UNIQUE INDEX action_lane ON action (subject, lane, place) WHERE unresolved;
CREATE INDEX action_unresolved ON action (app) WHERE unresolved;

-- The newest reading of each signal.
CREATE TABLE signal (
    app   text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    key   text COLLATE "C" NOT NULL,
    body  jsonb NOT NULL,
    PRIMARY KEY (about, key)
);

-- A source of an app, and when it is asked next.
CREATE TABLE watch (
    app         text COLLATE "C" NOT NULL,
    source      text COLLATE "C" NOT NULL,
    due         timestamptz NOT NULL,
    failures    int NOT NULL DEFAULT 0 CHECK (failures >= 0),
    lease_owner text,
    lease_until timestamptz,
    wanted      boolean NOT NULL DEFAULT false, -- out of turn, since it was last begun to be asked
    PRIMARY KEY (app, source)
);
CREATE INDEX watch_due ON watch (due, app, source);

-- Commands that were carried out: the same id does nothing twice.
CREATE TABLE command (
    app     text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL REFERENCES subject,
    at      timestamptz NOT NULL,
    PRIMARY KEY (app, id)
);

CREATE TABLE policy (
    hash text PRIMARY KEY,
    body jsonb NOT NULL
);

-- One chain for each app: hash = SHA-256(the hash before it, the bytes of the entry in UTF-8).
CREATE TABLE journal (
    app      text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    subject  text COLLATE "C" NOT NULL,
    at       timestamptz NOT NULL,
    -- Text, not jsonb: the very bytes that were hashed.
    entry    text NOT NULL,
    hash     bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (app, sequence)
);
CREATE INDEX journal_subject ON journal (subject, sequence);

-- The newest entry of each chain. Whoever adds to a chain locks its head, after the subjects.
CREATE TABLE journal_head (
    app      text COLLATE "C" PRIMARY KEY,
    sequence bigint NOT NULL CHECK (sequence >= 0),
    hash     bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION journal_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is only added to: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER journal_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_only_added_to();

-- Who holds which secret, by the secret's hash.
CREATE TABLE access_grant (
    hash       text PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('TOKEN', 'SESSION', 'LINK')),
    actor      jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
