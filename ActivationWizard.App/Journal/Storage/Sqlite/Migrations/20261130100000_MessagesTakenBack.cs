using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <summary>By whom and why a message was taken back, and by what a sender finds his messages.</summary>
    public partial class MessagesTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Sender",
                table: "IncomingMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TakenBackAt",
                table: "IncomingMessages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenBackById",
                table: "IncomingMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenBackByName",
                table: "IncomingMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenBackFrom",
                table: "IncomingMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenBackReason",
                table: "IncomingMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessages_Sender",
                table: "IncomingMessages",
                column: "Sender",
                filter: "\"Sender\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_IncomingMessages_Sender",
                table: "IncomingMessages");

            migrationBuilder.DropColumn(
                name: "Sender",
                table: "IncomingMessages");

            migrationBuilder.DropColumn(
                name: "TakenBackAt",
                table: "IncomingMessages");

            migrationBuilder.DropColumn(
                name: "TakenBackById",
                table: "IncomingMessages");

            migrationBuilder.DropColumn(
                name: "TakenBackByName",
                table: "IncomingMessages");

            migrationBuilder.DropColumn(
                name: "TakenBackFrom",
                table: "IncomingMessages");

            migrationBuilder.DropColumn(
                name: "TakenBackReason",
                table: "IncomingMessages");
        }
    }
}
