-- Every connection is in the partition that the broker, its policies and its tests know.
ALTER TABLE "connection" ADD CONSTRAINT connection_partition CHECK (partition = 'aws');
