CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "DataKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DataKeys" PRIMARY KEY,
    "Wrapped" BLOB NOT NULL,
    "MadeAt" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123160001_KeyStoreTables', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "SignInKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SignInKeys" PRIMARY KEY,
    "Sealed" BLOB NOT NULL,
    "MadeAt" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129190005_SignInKeys', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "DataKeys" ADD "WrappedBy" TEXT NULL;

ALTER TABLE "SignInKeys" ADD "SealedBy" TEXT NULL;

CREATE TABLE "KeyRing" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_KeyRing" PRIMARY KEY,
    "KeyId" TEXT NOT NULL,
    "FirstKeyId" TEXT NOT NULL,
    "RotatedAt" INTEGER NULL
);

CREATE TABLE "LastingKeys" (
    "Purpose" TEXT NOT NULL CONSTRAINT "PK_LastingKeys" PRIMARY KEY,
    "Wrapped" BLOB NOT NULL,
    "WrappedBy" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129212100_KeyRing', '10.0.15');

COMMIT;
