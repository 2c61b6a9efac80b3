CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "CaseNumbers" (
    "Year" INTEGER NOT NULL CONSTRAINT "PK_CaseNumbers" PRIMARY KEY,
    "Last" INTEGER NOT NULL
);

CREATE TABLE "Installation" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Installation" PRIMARY KEY,
    "Mark" TEXT NOT NULL,
    "KeyCheck" BLOB NOT NULL,
    "MadeAt" INTEGER NOT NULL
);

CREATE TABLE "IntakeKeys" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_IntakeKeys" PRIMARY KEY,
    "Case" INTEGER NOT NULL
);

CREATE TABLE "Summaries" (
    "Case" INTEGER NOT NULL CONSTRAINT "PK_Summaries" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "HeadHash" BLOB NOT NULL,
    "HeadSeal" BLOB NOT NULL,
    "KeyId" TEXT NOT NULL,
    "RulesVersion" TEXT NULL,
    "State" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Search" TEXT NOT NULL,
    "Requester" TEXT NOT NULL,
    "CodeKind" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "PartyId" TEXT NULL,
    "Scenario" TEXT NULL,
    "Route" TEXT NULL,
    "Row" TEXT NULL,
    "Ground" TEXT NULL,
    "Hold" TEXT NULL,
    "HandlerId" TEXT NULL,
    "HandlerName" TEXT NULL,
    "HandlerRole" TEXT NULL,
    "CompletedAt" INTEGER NULL,
    "CodeSentAt" INTEGER NULL,
    "HasManualStep" INTEGER NOT NULL,
    "HasDeviation" INTEGER NOT NULL,
    "IsStuck" INTEGER NOT NULL,
    "ErasedAt" INTEGER NULL
);

CREATE TABLE "TenantLeases" (
    "Tenant" TEXT NOT NULL CONSTRAINT "PK_TenantLeases" PRIMARY KEY,
    "Case" INTEGER NULL,
    "FencingNumber" INTEGER NOT NULL,
    "TakenAt" INTEGER NOT NULL
);

CREATE TABLE "Events" (
    "Case" INTEGER NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "SchemaVersion" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "ActorRole" TEXT NOT NULL,
    "Instance" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "EffectKey" TEXT NULL,
    "RulesVersion" TEXT NULL,
    "Payload" BLOB NOT NULL,
    "KeyId" TEXT NOT NULL,
    "PreviousHash" BLOB NOT NULL,
    "Hash" BLOB NOT NULL,
    CONSTRAINT "PK_Events" PRIMARY KEY ("Case", "Sequence"),
    CONSTRAINT "FK_Events_Summaries_Case" FOREIGN KEY ("Case") REFERENCES "Summaries" ("Case") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Events_EffectKey_Kind" ON "Events" ("EffectKey", "Kind") WHERE "EffectKey" IS NOT NULL;

CREATE INDEX "IX_Summaries_CodeSent" ON "Summaries" ("PartyId", "CodeSentAt");

CREATE INDEX "IX_Summaries_Finished" ON "Summaries" ("CompletedAt", "Case");

CREATE INDEX "IX_Summaries_Handler" ON "Summaries" ("HandlerId", "CompletedAt");

CREATE INDEX "IX_Summaries_Open" ON "Summaries" ("ReceivedAt") WHERE "CompletedAt" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123155956_JournalTables', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_Summaries_Finished";

ALTER TABLE "Summaries" ADD "Marks" TEXT NULL;

ALTER TABLE "Summaries" ADD "Signs" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Summaries" ADD "SortName" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Summaries" ADD "Took" INTEGER NULL;

CREATE TABLE "Comments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Comments" PRIMARY KEY,
    "Case" INTEGER NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "AuthorId" TEXT NOT NULL,
    "AuthorName" TEXT NOT NULL,
    "AuthorRole" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Payload" BLOB NOT NULL,
    "KeyId" TEXT NOT NULL,
    "ResolvedAt" INTEGER NULL,
    "ResolvedBy" TEXT NULL
);

CREATE TABLE "Erasures" (
    "Case" INTEGER NOT NULL CONSTRAINT "PK_Erasures" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Reason" TEXT NOT NULL
);

CREATE TABLE "Looks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Looks" PRIMARY KEY,
    "Case" INTEGER NOT NULL,
    "What" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "ActorRole" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "SavedViews" (
    "ActorId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Query" TEXT NOT NULL,
    CONSTRAINT "PK_SavedViews" PRIMARY KEY ("ActorId", "Name")
);

CREATE TABLE "SearchWords" (
    "Case" INTEGER NOT NULL,
    "Word" TEXT NOT NULL,
    CONSTRAINT "PK_SearchWords" PRIMARY KEY ("Case", "Word")
);

CREATE INDEX "IX_Summaries_Finished" ON "Summaries" ("CompletedAt", "Case", "State", "Scenario", "Ground", "HandlerId", "Signs");

CREATE INDEX "IX_Summaries_Name" ON "Summaries" ("SortName", "Case") WHERE "CompletedAt" IS NOT NULL;

CREATE INDEX "IX_Summaries_Special" ON "Summaries" ("CompletedAt", "Case") WHERE "CompletedAt" IS NOT NULL AND "Signs" <> 0;

CREATE INDEX "IX_Summaries_Took" ON "Summaries" ("Took", "Case") WHERE "CompletedAt" IS NOT NULL;

CREATE INDEX "IX_Comments_Case" ON "Comments" ("Case");

CREATE INDEX "IX_Looks_Case_At" ON "Looks" ("Case", "At");

CREATE INDEX "IX_SearchWords_Word_Case" ON "SearchWords" ("Word", "Case");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123183119_LookingBack', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "TenantLeases" RENAME COLUMN "TakenAt" TO "HeldUntil";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123183801_LeaseOfOneProcess', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_Summaries_Finished";

CREATE INDEX "IX_Summaries_Finished" ON "Summaries" ("CompletedAt", "Case", "State", "Scenario", "Ground", "HandlerId", "Signs") WHERE "CompletedAt" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127064818_FinishedOnly', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Summaries" ADD "Household" TEXT NULL;

CREATE TABLE "Drafts" (
    "Case" INTEGER NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Field" TEXT NOT NULL,
    "Question" INTEGER NOT NULL,
    "Payload" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("Case", "PersonId", "Field")
);

CREATE INDEX "IX_Summaries_CodeSentThere" ON "Summaries" ("Household", "CodeSentAt") WHERE "CodeSentAt" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127070243_HouseholdsAndDrafts', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
UPDATE "Summaries" SET "Took" = NULL WHERE "CompletedAt" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129104800_OneFolding', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Epochs" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_Epochs" PRIMARY KEY,
    "Epoch" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "BeganAt" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129180000_Epochs', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Sightings" (
    "Effect" TEXT NOT NULL CONSTRAINT "PK_Sightings" PRIMARY KEY,
    "Case" INTEGER NULL,
    "DoneAt" INTEGER NULL,
    "EffectKey" TEXT NULL,
    "IsFound" INTEGER NULL,
    "LookedAt" INTEGER NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129180100_Sightings', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Epochs" ADD "Beat" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Epochs" ADD "MarkedAt" INTEGER NULL;

ALTER TABLE "Epochs" ADD "SkippedFrom" INTEGER NULL;

ALTER TABLE "Epochs" ADD "SkippedTo" INTEGER NULL;

ALTER TABLE "Epochs" ADD "Year" INTEGER NULL;

UPDATE "Epochs" SET "MarkedAt" = "BeganAt";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129180200_GoingBack', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Installation" ADD "FingerprintCheck" BLOB NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129190000_FingerprintCheck', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "BegunAt" INTEGER NOT NULL,
    "LastActAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129190010_Sessions', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Sessions" ADD "Name" TEXT NULL;

ALTER TABLE "Sessions" ADD "Role" TEXT NULL;

ALTER TABLE "Sessions" ADD "Roles" TEXT NULL;

ALTER TABLE "Sessions" ADD "ProviderSession" TEXT NULL;

ALTER TABLE "Sessions" ADD "CheckedAt" INTEGER NULL;

ALTER TABLE "Sessions" ADD "AskedAt" INTEGER NULL;

ALTER TABLE "Sessions" ADD "Grant" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129200200_SessionsByProvider', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "LogoutTokens" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_LogoutTokens" PRIMARY KEY,
    "TakenAt" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129200210_LogoutTokens', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Looks" ADD "Number" INTEGER NULL;

ALTER TABLE "Looks" ADD "Seal" BLOB NULL;

ALTER TABLE "Epochs" ADD "Seal" BLOB NULL;

ALTER TABLE "Erasures" ADD "Seal" BLOB NULL;

CREATE TABLE "RecordHeads" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RecordHeads" PRIMARY KEY,
    "Accesses" INTEGER NOT NULL,
    "LastAccess" BLOB NOT NULL,
    "Unsealed" INTEGER NOT NULL,
    "Seal" BLOB NOT NULL
);

CREATE UNIQUE INDEX "IX_Looks_Number" ON "Looks" ("Number") WHERE "Number" IS NOT NULL;

UPDATE "Summaries" SET "Took" = NULL WHERE "CompletedAt" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129200300_SealedRecords', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Looks" ADD "Ground" TEXT NULL;

ALTER TABLE "Looks" ADD "Reason" TEXT NULL;

ALTER TABLE "Looks" ADD "Detail" TEXT NULL;

ALTER TABLE "Looks" ADD "Found" INTEGER NULL;

ALTER TABLE "Looks" ADD "Note" BLOB NULL;

ALTER TABLE "Looks" ADD "KeyId" TEXT NULL;

CREATE INDEX "IX_Looks_At" ON "Looks" ("At");

CREATE INDEX "IX_Looks_ActorId_At" ON "Looks" ("ActorId", "At");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129210100_AccessGrounds', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "RecordHeads" ADD "Forgotten" INTEGER NULL;

ALTER TABLE "RecordHeads" ADD "ForgottenSeal" BLOB NULL;

CREATE TABLE "Retentions" (
    "Night" INTEGER NOT NULL CONSTRAINT "PK_Retentions" PRIMARY KEY,
    "Holder" TEXT NULL,
    "HeldUntil" INTEGER NOT NULL,
    "BegunAt" INTEGER NULL,
    "EndedAt" INTEGER NULL,
    "Erased" INTEGER NOT NULL,
    "Accesses" INTEGER NOT NULL,
    "Failed" INTEGER NOT NULL,
    "Failure" TEXT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129212000_Retention', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "WordPseudonyms" (
    "Case" INTEGER NOT NULL,
    "Pseudonym" TEXT NOT NULL,
    CONSTRAINT "PK_WordPseudonyms" PRIMARY KEY ("Pseudonym", "Case")
);

CREATE INDEX "IX_WordPseudonyms_Case" ON "WordPseudonyms" ("Case");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130010000_WordPseudonyms', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "LimitCounts" (
    "Limit" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Window" INTEGER NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_LimitCounts" PRIMARY KEY ("Limit", "Subject")
);

CREATE TABLE "OpenPages" (
    "Subject" TEXT NOT NULL,
    "Instance" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    "SeenAt" INTEGER NOT NULL,
    CONSTRAINT "PK_OpenPages" PRIMARY KEY ("Subject", "Instance")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130020000_SharedCounts', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "MailTemplates" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MailTemplates" PRIMARY KEY,
    "Sealed" BLOB NOT NULL,
    "SealedBy" TEXT NOT NULL,
    "ReadAt" INTEGER NOT NULL,
    "Silence" TEXT NULL
);

CREATE TABLE "TemplateChoices" (
    "Reply" TEXT NOT NULL CONSTRAINT "PK_TemplateChoices" PRIMARY KEY,
    "Subject" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "ChosenAt" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130030000_MailTemplates', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "IncomingMessages" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_IncomingMessages" PRIMARY KEY,
    "Identity" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "Case" INTEGER NULL,
    "Effect" TEXT NULL,
    "TakenInAt" INTEGER NULL,
    "Sealed" BLOB NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "ReadAt" INTEGER NOT NULL,
    "ActorId" TEXT NULL,
    "ActorName" TEXT NULL,
    "DecidedAt" INTEGER NULL,
    "Filing" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "MessagePlaces" (
    "Folder" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Message" TEXT NOT NULL,
    CONSTRAINT "PK_MessagePlaces" PRIMARY KEY ("Folder", "Key")
);

CREATE TABLE "MailWork" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MailWork" PRIMARY KEY,
    "Holder" TEXT NOT NULL,
    "HeldUntil" INTEGER NOT NULL,
    "Trouble" TEXT NULL,
    "Silence" TEXT NULL,
    "SucceededAt" INTEGER NULL,
    "FailedAt" INTEGER NULL
);

CREATE INDEX "IX_IncomingMessages_Case" ON "IncomingMessages" ("Case") WHERE "Case" IS NOT NULL;

CREATE INDEX "IX_IncomingMessages_Filing_State" ON "IncomingMessages" ("Filing", "State");

CREATE UNIQUE INDEX "IX_IncomingMessages_Identity" ON "IncomingMessages" ("Identity");

CREATE INDEX "IX_IncomingMessages_State_ReadAt" ON "IncomingMessages" ("State", "ReadAt");

CREATE INDEX "IX_MessagePlaces_Message" ON "MessagePlaces" ("Message");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130040000_IncomingMessages', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Disturbances" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Disturbances" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "OverAt" INTEGER NULL,
    "ToldAt" INTEGER NULL,
    "OverToldAt" INTEGER NULL
);

CREATE TABLE "Instances" (
    "Instance" TEXT NOT NULL CONSTRAINT "PK_Instances" PRIMARY KEY,
    "SeenAt" INTEGER NOT NULL
);

CREATE TABLE "Watches" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Watches" PRIMARY KEY,
    "Holder" TEXT NOT NULL,
    "Beat" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_Disturbances_Kind_Subject" ON "Disturbances" ("Kind", "Subject") WHERE "OverAt" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130050000_Disturbances', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Summaries" ADD "Waited" INTEGER NULL;

ALTER TABLE "Summaries" ADD "Handled" INTEGER NULL;

CREATE INDEX "IX_Summaries_Waited" ON "Summaries" ("Waited", "Case") WHERE "CompletedAt" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130080000_CaseTimes', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "InboxItems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_InboxItems" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "Case" INTEGER NULL,
    "Sequence" INTEGER NULL,
    "Count" INTEGER NULL,
    "Subject" TEXT NULL,
    "ById" TEXT NOT NULL,
    "ByName" TEXT NOT NULL,
    "ByRole" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ClosedAt" INTEGER NULL,
    "Mark" INTEGER NOT NULL
);

CREATE TABLE "InboxSeen" (
    "Item" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Mark" INTEGER NOT NULL,
    CONSTRAINT "PK_InboxSeen" PRIMARY KEY ("Item", "PersonId")
);

CREATE INDEX "IX_InboxItems_Case" ON "InboxItems" ("Case") WHERE "Case" IS NOT NULL;

CREATE INDEX "IX_InboxItems_Mark" ON "InboxItems" ("Mark") WHERE "ClosedAt" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130090000_Inbox', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "IncomingMessages" ADD "Sender" TEXT NULL;

ALTER TABLE "IncomingMessages" ADD "TakenBackAt" INTEGER NULL;

ALTER TABLE "IncomingMessages" ADD "TakenBackById" TEXT NULL;

ALTER TABLE "IncomingMessages" ADD "TakenBackByName" TEXT NULL;

ALTER TABLE "IncomingMessages" ADD "TakenBackFrom" TEXT NULL;

ALTER TABLE "IncomingMessages" ADD "TakenBackReason" TEXT NULL;

CREATE INDEX "IX_IncomingMessages_Sender" ON "IncomingMessages" ("Sender") WHERE "Sender" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130100000_MessagesTakenBack', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Summaries" ADD "AsideUntil" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130100000_PutAside', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "DueHandOvers" (
    "Case" INTEGER NOT NULL CONSTRAINT "PK_DueHandOvers" PRIMARY KEY,
    "FromId" TEXT NOT NULL,
    "ToId" TEXT NULL,
    "ToName" TEXT NULL,
    "ById" TEXT NOT NULL,
    "ByName" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Payload" BLOB NOT NULL,
    "KeyId" TEXT NOT NULL
);

CREATE TABLE "Reviews" (
    "Case" INTEGER NOT NULL CONSTRAINT "PK_Reviews" PRIMARY KEY,
    "Week" INTEGER NOT NULL,
    "Why" TEXT NOT NULL,
    "DrawnAt" INTEGER NOT NULL,
    "Assessment" TEXT NULL,
    "Reason" TEXT NULL,
    "ReviewerId" TEXT NULL,
    "ReviewerName" TEXT NULL,
    "ReviewedAt" INTEGER NULL,
    "Payload" BLOB NULL,
    "KeyId" TEXT NULL
);

CREATE INDEX "IX_Reviews_Week" ON "Reviews" ("Week");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130110000_HandOversAndReviews', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Summaries" ADD "StateSince" INTEGER NULL;

ALTER TABLE "DueHandOvers" ADD "Act" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130120000_SinceAndActs', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE INDEX "IX_TenantLeases_HeldUntil" ON "TenantLeases" ("HeldUntil") WHERE "HeldUntil" > 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261201073000_HeldLeases', '10.0.15');

COMMIT;
