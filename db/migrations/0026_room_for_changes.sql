-- A payment's row is changed twice by each operation. The first change, the reservation, touches no
-- index, and stays so only where its page has room for one row more: else each of eleven indexes gets
-- an entry for it. Pages that are full already have room again once they are written anew.
ALTER TABLE transactions SET (fillfactor = 85);
