using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Postgres.Migrations
{
    /// <summary>Which master key wrapped each key, and the keys that outlive it.</summary>
    public partial class KeyRing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WrappedBy",
                schema: "case_keys",
                table: "DataKeys",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedBy",
                schema: "case_keys",
                table: "SignInKeys",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeyRing",
                schema: "case_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    KeyId = table.Column<string>(type: "text", nullable: false),
                    FirstKeyId = table.Column<string>(type: "text", nullable: false),
                    RotatedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyRing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LastingKeys",
                schema: "case_keys",
                columns: table => new
                {
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    WrappedBy = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastingKeys", x => x.Purpose);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LastingKeys",
                schema: "case_keys");

            migrationBuilder.DropTable(
                name: "KeyRing",
                schema: "case_keys");

            migrationBuilder.DropColumn(
                name: "WrappedBy",
                schema: "case_keys",
                table: "DataKeys");

            migrationBuilder.DropColumn(
                name: "SealedBy",
                schema: "case_keys",
                table: "SignInKeys");
        }
    }
}
