using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <summary>
    /// An access record says on what ground somebody opened a case, with the reason that was given, and what was searched or
    /// taken along. An earlier version writes its records without.
    /// </summary>
    public partial class AccessGrounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "Looks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Looks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Detail",
                table: "Looks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Found",
                table: "Looks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Note",
                table: "Looks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "KeyId",
                table: "Looks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Looks_At",
                table: "Looks",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Looks_ActorId_At",
                table: "Looks",
                columns: new[] { "ActorId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Looks_At",
                table: "Looks");

            migrationBuilder.DropIndex(
                name: "IX_Looks_ActorId_At",
                table: "Looks");

            // Not by a table that is made anew: an earlier model does not know each of these.
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"Ground\"");
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"Reason\"");
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"Detail\"");
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"Found\"");
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"Note\"");
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"KeyId\"");
        }
    }
}
