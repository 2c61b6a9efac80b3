using System.Globalization;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Seeds;

namespace ActivationWizard.App.Intake;

/// <summary>
/// A demonstration's work list: the requests of the simulators' people, taken in as any other. Each has a key of its own, so that
/// a restart adds none. They come in while the first page is served already, and before the app says that it is ready.
/// </summary>
public sealed class DemoRequests(RequestIntake intake, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (index, request) in SandboxSeeds.Requests.Index().OrderByDescending(one => one.Item.MinutesAgo))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"demo:{index:000}");
            var outcome = await intake.ReceiveAsync(Fields(request, now), Actor.Wizard, key, cancellationToken);
            if (outcome is IntakeOutcome.Faulty faulty)
                throw new InvalidOperationException($"Seed {index} cannot be taken in: {string.Join(", ", faulty.Faults)}");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IntakeFields Fields(SeededRequest request, DateTimeOffset now) => new()
    {
        Requester = request.Aanvrager switch
        {
            "huurder" => Requester.Tenant,
            "bewindvoerder" => Requester.CourtAdministrator,
            _ => Requester.SomebodyElse,
        },
        Kind = request.Soort is "nieuw" ? CodeKind.New : CodeKind.First,
        Channel = request.Kanaal switch
        {
            "mailbox" => Channel.Mailbox,
            "telefoon" => Channel.Phone,
            "balie" => Channel.Counter,
            _ => Channel.Website,
        },
        RequesterName = request.NaamAanvrager,
        Name = request.Naam,
        Postcode = request.Postcode,
        HouseNumber = request.Huisnummer,
        Letter = request.Huisletter,
        Addition = request.Toevoeging,
        Email = request.Emailadres,
        BirthDate = request.Geboortedatum?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PartyCode = request.Relatienummer,
        Remark = request.Opmerking,
        ReceivedAt = now.AddMinutes(-request.MinutesAgo),
    };
}
