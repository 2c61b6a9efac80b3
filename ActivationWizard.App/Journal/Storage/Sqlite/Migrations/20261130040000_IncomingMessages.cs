using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <summary>The messages that came in to the mailbox, where each lies, and the worker that takes them in.</summary>
    public partial class IncomingMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IncomingMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Identity = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Case = table.Column<long>(type: "INTEGER", nullable: true),
                    Effect = table.Column<string>(type: "TEXT", nullable: true),
                    TakenInAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Filing = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingMessages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MessagePlaces",
                columns: table => new
                {
                    Folder = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Message = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessagePlaces", x => new { x.Folder, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "MailWork",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true),
                    Silence = table.Column<string>(type: "TEXT", nullable: true),
                    SucceededAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FailedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailWork", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessages_Case",
                table: "IncomingMessages",
                column: "Case",
                filter: "\"Case\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessages_Filing_State",
                table: "IncomingMessages",
                columns: new[] { "Filing", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessages_Identity",
                table: "IncomingMessages",
                column: "Identity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessages_State_ReadAt",
                table: "IncomingMessages",
                columns: new[] { "State", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MessagePlaces_Message",
                table: "MessagePlaces",
                column: "Message");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IncomingMessages");

            migrationBuilder.DropTable(
                name: "MessagePlaces");

            migrationBuilder.DropTable(
                name: "MailWork");
        }
    }
}
