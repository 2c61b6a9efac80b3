using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.Messages;

/// <summary>
/// The real adapters over a world of messages, and what the facts and the table make of it. For one caller at a time.
/// </summary>
internal sealed class VariantBench : IDisposable
{
    private static readonly string[] Clients = ["ViewpointClient", "UmbrellaClient", "PostexClient"];
    private readonly ServiceProvider _services;
    private Func<HttpRequestMessage, HttpResponseMessage> _answer = asked => MessageWorld.Tenant.Answer(asked.RequestUri!);

    public VariantBench()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(FixedTime.Clock());
        services.AddIntegrations(SystemsSettings.Read(new SettingsReader(Settings(), isDemo: false)), null);
        foreach (var client in Clients)
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new Wire(this));
        _services = services.BuildServiceProvider();
    }

    private static IConfigurationRoot Settings() => new ConfigurationBuilder().AddInMemoryCollection(
    [
        .. new[] { "Viewpoint", "Umbrella", "Postex" }.SelectMany(system => new KeyValuePair<string, string?>[]
        {
            new($"{system}:BaseAddress", "https://systeem.example/"), new($"{system}:Retries", "0"),
        }),
        new("Viewpoint:ApiKey", "sleutel"), new("Umbrella:ApiKey", "sleutel"), new("Postex:Token", "sleutel"),
        new("Postex:GeneratorId", "263"), new("Mailbox:Mode", "Manual"),
    ]).Build();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Every fact, in words, null for unknown and absent for one that cannot be asked; the row that they come to and, where
    /// something is not known, what.
    /// </summary>
    public Task<(Dictionary<FactKind, string?> Facts, Row Row, FactKind? Missing)> ReadAsync(
        MessageWorld world, VariantRequest request) => ReadAsync(world.Answer, request);

    /// <summary>The same, where <paramref name="answer"/> is what the systems say to every address.</summary>
    public async Task<(Dictionary<FactKind, string?> Facts, Row Row, FactKind? Missing)> ReadAsync(
        Func<Uri, HttpResponseMessage> answer, VariantRequest request)
    {
        _answer = asked => answer(asked.RequestUri!);
        var gathering = ActivatorUtilities.CreateInstance<FactGathering>(_services, new NothingSent(), Sample.Settings);
        var input = new GatheringInput(request.Request, null, request.HasProof ? IdentityProof.CourtOrderInDossier : null);
        var facts = CaseFacts.None;
        var said = new Dictionary<FactKind, string?>();
        await AskAsync(FactKind.Person, now => now.Person, person => $"{person.Match}");
        if (said[FactKind.Person] is "Found")
            await AskOfPersonAsync();
        var (row, missing) = await DecideAsync();
        return (said, row, missing);

        async Task AskOfPersonAsync()
        {
            await AskAsync(FactKind.Tenancy, now => now.Tenancy, tenancy => $"{tenancy.Status}");
            await AskAsync(FactKind.Protection, now => now.Protection, protection => $"{protection.Status}");
            await AskAsync(FactKind.Account, now => now.Account,
                account => $"{account.Customer} {account.Account?.Status}".Trim());
            await AskAsync(FactKind.Preference, now => now.Preference, preference => preference.IsPaper ? "paper" : "e-mail");
            if (said[FactKind.Protection] is not null)
            {
                await AskAsync(FactKind.Administrator, now => now.Administrator, administrator => $"{administrator.Status}");
                await AskAsync(FactKind.Contacts, now => now.Contacts, contacts => $"{contacts.Status}");
            }
            if (said[FactKind.Tenancy] is "Active" or "LegalEntity")
            {
                await AskAsync(FactKind.Arrangement, now => now.Arrangement, arrangement => $"{arrangement.Status}");
                await AskAsync(FactKind.Address, now => now.Address,
                    address => address.Status is AddressStatus.Problem ? "Problem" : string.Join(", ", address.Lines.Skip(1)));
            }
            if (said[FactKind.Account] is not null)
                await AskAsync(FactKind.Email, now => now.Email, email => $"{email.Comparison}");
        }

        async Task AskAsync<T>(FactKind kind, Func<CaseFacts, Fact<T>> of, Func<T, string> inWords)
            where T : class
        {
            facts = await gathering.AskAsync(kind, input, facts, Cancellation);
            said[kind] = of(facts).Value is { } value ? inWords(value) : null;
        }

        async Task<(Row, FactKind?)> DecideAsync()
        {
            var opened = new CaseOpened(CaseNumber.Of(2026, 1), request.Request);
            var activation = ActivationCase.Open(new RecordedEvent(opened.Number, 1, opened, Actor.Wizard, FixedTime.Start));
            var judgement = new Judgement(DecisionTable.Current, Sample.Settings);
            while (true)
            {
                switch (judgement.On(activation, facts))
                {
                    case TableAnswer.AskFirst ask:
                        facts = await gathering.AskAsync(ask.Fact, input, facts, Cancellation);
                        break;
                    case TableAnswer.Decided { Verdict: var verdict }:
                        return (verdict.Row, verdict.Missing);
                }
            }
        }
    }

    /// <summary>The flags of the tenant; null for no answer.</summary>
    public async Task<IReadOnlyList<Flag>?> FlagsAsync(Func<Uri, HttpResponseMessage> answer)
    {
        _answer = asked => answer(asked.RequestUri!);
        return (await _services.GetRequiredService<IViewpoint>()
            .FlagsAsync("31", Cancellation) as Reply<IReadOnlyList<Flag>>.Answered)?.Value;
    }

    /// <summary>The tenant's dossier; empty for none, null for no answer.</summary>
    public async Task<string?> DossierAsync(MessageWorld world)
    {
        _answer = asked => world.Answer(asked.RequestUri!);
        return await _services.GetRequiredService<IViewpoint>()
            .FindDossierAsync("31", Cancellation) is Reply<string?>.Answered { Value: var id }
            ? id ?? ""
            : null;
    }

    /// <summary>The end of one call of a port, where <paramref name="answer"/> is what its system says.</summary>
    public Task<string> CallAsync<TPort>(Func<HttpRequestMessage, HttpResponseMessage> answer, Func<TPort, Task<string>> call)
        where TPort : notnull
    {
        _answer = answer;
        return call(_services.GetRequiredService<TPort>());
    }

    public void Dispose() => _services.Dispose();

    private sealed class Wire(VariantBench bench) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(bench._answer(request));
    }

    private sealed class NothingSent : ICodeHistory
    {
        public Task<RecentCodeFinding> LastCodeSentAsync(TenantKeys tenant, CancellationToken cancellation) =>
            Task.FromResult(new RecentCodeFinding(null, null));
    }
}
