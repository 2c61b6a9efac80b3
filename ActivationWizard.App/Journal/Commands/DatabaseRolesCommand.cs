using System.CommandLine;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// <c>--database-roles</c>: says the rights in PostgreSQL of each account, for its owner to run. Opens no database.
/// </summary>
public static class DatabaseRolesCommand
{
    public static Command Create()
    {
        var app = NameOf("--app-role", "activation_app", "the app on the events");
        var keys = NameOf("--keys-role", "activation_keys", "the app on the keys");
        var erasure = NameOf("--erasure-role", "activation_erasure", "erasing");
        var command = new Command(
            "--database-roles", "Says the SQL by which the owner in PostgreSQL gives each account its rights.")
        {
            app, keys, erasure,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var names = new AccountNames(
                parsed.GetRequiredValue(app), parsed.GetRequiredValue(keys), parsed.GetRequiredValue(erasure));
            await using var journal = new PostgresJournalContext(
                new DbContextOptionsBuilder<PostgresJournalContext>().UseNpgsql().Options);
            await using var keyStore = new PostgresKeyStoreContext(
                new DbContextOptionsBuilder<PostgresKeyStoreContext>().UseNpgsql().Options);
            foreach (var line in DatabaseRoles.Script(journal, keyStore, names))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line.AsMemory(), cancellation);
            return 0;
        });
        return command;
    }

    private static Option<string> NameOf(string option, string standard, string what) => new(option)
    {
        Description = $"The account of {what}; {standard} when it is not given.",
        HelpName = "NAME",
        DefaultValueFactory = _ => standard,
    };
}
