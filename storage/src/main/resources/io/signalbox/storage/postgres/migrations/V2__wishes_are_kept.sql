-- Whether somebody wanted it asked out of turn when it was last begun to be asked: so until an answer is kept.
ALTER TABLE watch ADD COLUMN owed boolean NOT NULL DEFAULT false;
