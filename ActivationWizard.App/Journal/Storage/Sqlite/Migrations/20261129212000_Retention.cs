using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <summary>What was erased each night because its term was over, and how far the access records were removed.</summary>
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Forgotten",
                table: "RecordHeads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ForgottenSeal",
                table: "RecordHeads",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Retentions",
                columns: table => new
                {
                    Night = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Erased = table.Column<int>(type: "INTEGER", nullable: false),
                    Accesses = table.Column<long>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Retentions", x => x.Night);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Retentions");

            // Not by a table that is made anew: an earlier model does not know each of these.
            migrationBuilder.Sql("ALTER TABLE \"RecordHeads\" DROP COLUMN \"Forgotten\"");
            migrationBuilder.Sql("ALTER TABLE \"RecordHeads\" DROP COLUMN \"ForgottenSeal\"");
        }
    }
}
