using System.Globalization;
using ActivationWizard.App.Hosting;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Watch;

/// <summary>
/// When certificates and secrets are over: those in files are read, the others are written down in the settings.
/// </summary>
public sealed class Endings(
    AlertSettings settings, IConfiguration configuration, IHostEnvironment environment, IOptions<MailboxOptions> mailbox)
{
    /// <summary>Those that are over before this moment, each with its day.</summary>
    public IEnumerable<string> Before(DateTimeOffset moment) =>
        from one in All()
        where DutchCalendar.StartOf(one.On) <= moment
        orderby one.On
        select $"{one.What} {one.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private IEnumerable<WrittenEnd> All()
    {
        foreach (var end in settings.Ends)
            yield return end;
        if (ServerCertificate.EndOf(configuration, environment.ContentRootPath) is { } ours)
            yield return new WrittenEnd(ServerCertificate.PathKey, DutchCalendar.DayOf(ours));
        if (mailbox.Value.Graph.Certificate is { Length: > 0 } file && ServerCertificate.EndOf(file) is { } client)
            yield return new WrittenEnd($"{MailboxOptions.Section}:Graph:Certificate", DutchCalendar.DayOf(client));
    }
}
