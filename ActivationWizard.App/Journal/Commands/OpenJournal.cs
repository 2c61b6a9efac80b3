using System.CommandLine;
using ActivationWizard.App.Hosting;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>What a command does with the journal of the installation that the settings name.</summary>
/// <param name="services">Those of the journal.</param>
/// <param name="output">For what there is to say.</param>
/// <param name="cancellation">Ends it before it is done.</param>
/// <returns>The exit code.</returns>
public delegate Task<int> JournalAct(IServiceProvider services, TextWriter output, CancellationToken cancellation);

/// <summary>Opens the journal for a command, without starting the app.</summary>
public static class OpenJournal
{
    /// <summary>The exit code of a command that was understood and could not be carried out.</summary>
    public const int NotDone = 1;

    /// <summary>
    /// The exit code of <paramref name="act"/>. When there is no journal, it is made as the app's first start makes it, or,
    /// unless <paramref name="mayMake"/>, that is said on the output with <see cref="NotDone"/>.
    /// </summary>
    public static async Task<int> ForAsync(
        ParseResult parsed, JournalAct act, CancellationToken cancellation, bool mayMake = false)
    {
        var output = parsed.InvocationConfiguration.Output;
        await using var app = Build(parsed);
        var preparation = app.Services.GetRequiredService<JournalPreparation>();
        if (!await preparation.IsThereAsync(cancellation))
        {
            if (!mayMake)
            {
                await output.WriteLineAsync(
                    "There is no journal of this version here: look at Installation:DataFolder or Journal:ConnectionString. "
                    + "The first start of the app makes one.");
                return NotDone;
            }

            await preparation.PrepareAsync(cancellation);
        }

        return await act(app.Services, output, cancellation);
    }

    /// <summary>What knows the journal that the settings name, without opening it. Throws when a setting is wrong.</summary>
    internal static WebApplication Build(ParseResult parsed)
    {
        var builder = ContentRoot.CreateBuilder([.. parsed.UnmatchedTokens]);
        var settings = AppSettings.Of(builder);
        builder.AddHosting(settings.Installation, settings.Log);
        builder.Services.AddJournal(settings.Journal, settings.Installation.DataFolder, settings.Mark);
        CommandSecurity.AddTo(builder.Services, parsed.InvocationConfiguration.Error);
        return builder.Build();
    }
}
