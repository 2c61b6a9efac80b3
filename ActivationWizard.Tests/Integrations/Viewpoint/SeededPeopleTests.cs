using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>
/// The whole way from request to row, over real HTTP: each seeded request through the rules, with every adapter asking its
/// simulator, comes to the row that it was made for.
/// </summary>
public sealed class SeededPeopleTests
{
    private static readonly ActivationSettings Settings = new() { FingerprintKey = new byte[32] };

    public static TheoryData<int, string, string> Requests => new(
        SandboxSeeds.Requests.Select((request, index) => (index, request.ExpectedRow, $"{request.Naam}: {request.Scenario}")));

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_OfASeededPerson_ComesToItsRow(int index, string row, string scenario)
    {
        var seed = SandboxSeeds.Requests[index];
        await using var sandbox = await SandboxFixture.StartAsync();
        await using var services = Services(sandbox);

        var first = await VerdictAsync(services, seed, null);
        var verdict = seed.NeedsIdentityProof ? await VerdictAsync(services, seed, IdentityProof.CourtOrderInDossier) : first;

        if (seed.NeedsIdentityProof)
            Assert.Equal(Row.D13, first.Row);
        var hold = (verdict.Ruling as Ruling.Hold)?.Reason.ToString();
        var came = row is nameof(HoldReason.CustomerUnclear) ? hold : verdict.Row.ToString();
        Assert.True(row == came, $"{scenario}: {verdict.Row} {hold} {verdict.Missing}");
        // That the code is not mailed shows only when it is activated.
        if (seed.ExpectedHold is { } expected and not nameof(HoldReason.EmailNotSent))
            Assert.Equal(expected, hold);
        Assert.Empty(sandbox.Server.Ledger);
    }

    private static async Task<Verdict> VerdictAsync(IServiceProvider services, SeededRequest seed, IdentityProof? proof)
    {
        var request = RequestOf(seed);
        var opened = new CaseOpened(CaseNumber.Of(2026, 1), request);
        var activation = ActivationCase.Open(new RecordedEvent(opened.Number, 1, opened, Actor.Wizard, request.ReceivedAt));
        var gathering = ActivatorUtilities.CreateInstance<FactGathering>(services, new NothingSent(), Settings);
        var judgement = new Judgement(DecisionTable.Current, Settings);
        var input = new GatheringInput(request, null, proof);
        var facts = CaseFacts.None;
        while (true)
        {
            switch (judgement.On(activation, facts))
            {
                case TableAnswer.AskFirst ask:
                    facts = await gathering.AskAsync(ask.Fact, input, facts, SandboxFixture.Cancellation);
                    break;
                case TableAnswer.Decided decided:
                    return decided.Verdict;
            }
        }
    }

    private static ActivationRequest RequestOf(SeededRequest seed) => new(
        seed.Aanvrager switch
        {
            "huurder" => Requester.Tenant,
            "bewindvoerder" => Requester.CourtAdministrator,
            _ => Requester.SomebodyElse,
        },
        seed.Soort is "nieuw" ? CodeKind.New : CodeKind.First,
        seed.Naam,
        ViewpointBench.Address(seed.Postcode, $"{seed.Huisnummer} {seed.Huisletter}-{seed.Toevoeging}".Trim(' ', '-')),
        seed.Emailadres is null ? null : ViewpointBench.Email(seed.Emailadres),
        seed.Kanaal switch
        {
            "website" => Channel.Website,
            "mailbox" => Channel.Mailbox,
            "telefoon" => Channel.Phone,
            _ => Channel.Counter,
        },
        TimeProvider.System.GetUtcNow().AddMinutes(-seed.MinutesAgo),
        seed.Geboortedatum,
        seed.Relatienummer,
        seed.Opmerking);

    private static ServiceProvider Services(SandboxFixture sandbox) => new ServiceCollection()
        .AddLogging()
        .AddIntegrations(
            SystemsSettings.Read(new SettingsReader(
                new ConfigurationBuilder().AddInMemoryCollection([new("Umbrella:RetryPauseSeconds", "0.01")]).Build(),
                isDemo: true)),
            sandbox.Server.Addresses)
        .BuildServiceProvider();

    private sealed class NothingSent : ICodeHistory
    {
        public Task<RecentCodeFinding> LastCodeSentAsync(TenantKeys tenant, CancellationToken cancellation) =>
            Task.FromResult(new RecentCodeFinding(null, null));
    }
}
