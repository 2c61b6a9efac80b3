using System.Globalization;
using ActivationWizard.App.Hosting;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.SystemChecks;

/// <summary>Whether there is room where the data folder is. That it can be written is a rule of the settings.</summary>
internal sealed class DiskCheck(Installation installation) : IOwnCheck
{
    // In bytes: some years of a corporation's cases, and a backup beside them.
    private const long Least = 1L << 30;

    public CheckSubject Subject => CheckSubject.Disk;

    public Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CheckLine>>([new(Subject, "Space", Space())]);

    private Observation Space()
    {
        try
        {
            var free = new DriveInfo(installation.DataFolder).AvailableFreeSpace;
            return free >= Least
                ? Observation.Works
                : Observation.Differs(string.Create(CultureInfo.InvariantCulture, $"{free / (1 << 20)} MiB"));
        }
        catch (Exception cause) when (BoundedFile.Explains(cause) || cause is ArgumentException)
        {
            return Observation.Untold(UntoldReason.NoAnswer, new CheckFault(OddAnswer.NotRead));
        }
    }
}
