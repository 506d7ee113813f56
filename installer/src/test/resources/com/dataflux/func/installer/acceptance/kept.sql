CREATE TABLE kept (
  id INT PRIMARY KEY, word VARCHAR(40), bytes LONGBLOB, day DATE, twice INT GENERATED ALWAYS AS (id * 2) STORED
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
SET sql_mode = '';
INSERT INTO kept (id, word, bytes, day) VALUES
  (1, '表情 😀', 0x00FF27, '0000-00-00'), (2, 'quote '' and \\', REPEAT(0xFF00, 300000), NULL);
CREATE VIEW kept_view AS SELECT word FROM kept;
CREATE TRIGGER kept_trigger BEFORE INSERT ON kept FOR EACH ROW SET NEW.word = TRIM(NEW.word);
