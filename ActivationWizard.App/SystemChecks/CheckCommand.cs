using System.CommandLine;
using System.Globalization;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Security;
using ActivationWizard.App.Words;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.App.SystemChecks;

/// <summary>
/// <c>--check</c>: tries every setting against the real thing and changes nothing; a line for each thing that was tried.
/// </summary>
public static class CheckCommand
{
    /// <summary>The exit code when something differs from what is expected.</summary>
    public const int Differs = 2;

    public static Command Create()
    {
        var party = new Option<string?>("--party")
        {
            Description = "Viewpoint's id of somebody whom the systems are asked about; nothing of it is shown or kept.",
            HelpName = "ID",
        };
        var only = new Option<CheckSubject?>("--only")
        {
            Description = $"One of {string.Join(", ", InstallationCheck.Subjects)}; all of them when it is not given.",
            HelpName = "SUBJECT",
        };
        var command = new Command(
            "--check",
            $"Tries every setting against the real thing and changes nothing; it exits with {Differs} when something differs.")
        {
            party, only,
        };
        command.SetAction((parsed, cancellation) => CommandSecurity.ToldAsync(
            parsed, SecurityEvent.SystemCheck, () => null,
            () => RunAsync(parsed, parsed.GetValue(only), parsed.GetValue(party), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, CheckSubject? only, string? party, CancellationToken cancellation)
    {
        // For whoever reads a terminal, as the other commands.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("en-GB");
        var builder = ContentRoot.CreateBuilder([.. parsed.UnmatchedTokens]);
        var settings = AppSettings.Of(builder);
        builder.AddHosting(settings.Installation, settings.Log);
        builder.Logging.ClearProviders();
        var simulators = await builder.AddSystemsAsync(settings.Systems, settings.Sandbox, settings.Installation);
        await using var ends = simulators;
        builder.Services.AddJournal(settings.Journal, settings.Installation.DataFolder, settings.Mark);
        builder.Services.AddSystemChecks(settings.SignIn);
        await using var app = builder.Build();
        var check = app.Services.GetRequiredService<InstallationCheck>();
        var lines = new List<CheckLine>();
        foreach (var subject in InstallationCheck.Subjects.Where(one => only is null || one == only))
            lines.AddRange(await check.RunAsync(subject, party, cancellation));
        await WriteAsync(lines, parsed.InvocationConfiguration.Output);
        return lines.Any(one => one.Observation.Result is CheckResult.Differs) ? Differs : 0;
    }

    private static async Task WriteAsync(List<CheckLine> lines, TextWriter output)
    {
        foreach (var line in lines.Where(line => line.Observation.Reason is not UntoldReason.ByHand))
        {
            await output.WriteLineAsync(
                $"{CheckWords.Of(line.Subject),-18} {CheckWords.Of(line.Observation.Result),-15} {CheckWords.Expected(line)}");
            if (CheckWords.Came(line) is { Length: > 0 } came)
                await output.WriteLineAsync($"{"",-34} {came}");
        }

        // One line for each system that has no interface, whatever there would be to try.
        foreach (var subject in lines.Where(line => line.Observation.Reason is UntoldReason.ByHand)
            .Select(line => line.Subject).Distinct())
            await output.WriteLineAsync(
                $"{CheckWords.Of(subject),-18} {CheckWords.Of(CheckResult.Untold),-15} "
                + ChecksText.ResourceManager.Word($"Untold{UntoldReason.ByHand}"));

        string Count(CheckResult result) =>
            lines.Count(one => one.Observation.Result == result).ToString(CultureInfo.InvariantCulture);
        await output.WriteLineAsync(
            $"{Count(CheckResult.Works)} work, {Count(CheckResult.Differs)} differ, {Count(CheckResult.Untold)} cannot be told.");
    }
}
