using System.Reflection;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.DependencyInjection;
using Bench = ActivationWizard.Tests.Kit.Systems.Systems;

namespace ActivationWizard.Tests.Integrations;

/// <summary>
/// Everything that a port has which changes something, found by its outcome: refused in a trial before it leaves the process,
/// and let through in a live installation.
/// </summary>
public sealed class TrialGuardTests
{
    private static readonly Type[] Ports = [typeof(IUmbrella), typeof(IViewpoint), typeof(IPostex), typeof(IMailbox)];

    private static readonly MethodInfo[] Writes = [.. Ports.SelectMany(port => port.GetMethods()).Where(IsWrite)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryWrite_InATrial_IsRefusedAndReachesNoSystem()
    {
        Assert.All(Ports, port => Assert.Contains(Writes, write => write.DeclaringType == port));
        await using var sandbox = await SandboxFixture.StartAsync();
        await using var services = Services(sandbox.Server, isTrial: true);

        var tenant = await TenantAsync(services);
        foreach (var write in Writes)
            Assert.Equal((write.Name, "NotDone", FailureReason.TrialRun), await OutcomeAsync(services, write, tenant));
        Assert.Equal(
            new Reply<MailMove>.NotAnswered(FailureReason.TrialRun),
            await services.GetRequiredService<IMailStore>().MoveAsync(
                new MailKey(MailFolderPath.Inbox, "1"), MailFolderPath.Inbox, Cancellation));
        Assert.False(await services.GetRequiredService<TestMail>().SendAsync(new MailText("Test", "Test"), Cancellation));

        Assert.Empty(sandbox.Server.Ledger);
        Assert.Empty(Changing(sandbox.Server));
    }

    [Fact]
    public async Task EveryQuestion_InATrial_IsAsked()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        await using var services = Services(sandbox.Server, isTrial: true);

        Assert.IsType<Reply<IReadOnlyList<Customer>>.Answered>(
            await services.GetRequiredService<IUmbrella>().FindCustomersAsync(Bench.Party, Cancellation));
        Assert.IsType<Reply<IReadOnlyList<RentalUnit>>.Answered>(
            await services.GetRequiredService<IViewpoint>().FindUnitsAsync(Bench.Home, Cancellation));
        Assert.IsType<Reply<DeliveryPreference>.Answered>(
            await services.GetRequiredService<IPostex>().ReadPreferenceAsync(Bench.Party, Cancellation));
    }

    // Else the first test would pass over systems that nobody can reach.
    [Fact]
    public async Task EveryWrite_Live_IsNotRefusedHere()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        await using var services = Services(sandbox.Server, isTrial: false);

        var tenant = await TenantAsync(services);
        foreach (var write in Writes)
            Assert.NotEqual(FailureReason.TrialRun, (await OutcomeAsync(services, write, tenant)).Why);
        Assert.Equal(
            ["mailbox", "postex", "umbrella", "viewpoint"],
            Changing(sandbox.Server).Select(call => call.System).Distinct().Order());
    }

    private static ServiceProvider Services(SandboxServer server, bool isTrial)
    {
        var settings = SystemsSettings.Read(Bench.Reader(server.Addresses, [])) with { IsTrial = isTrial };
        return new ServiceCollection()
            .AddLogging()
            .AddIntegrations(settings, server.Addresses)
            .AddMailbox(settings.Mailbox, server.Addresses)
            .BuildServiceProvider();
    }

    // Asking for a token changes nothing.
    private static IEnumerable<SandboxCall> Changing(SandboxServer server) => server.Calls.Where(
        call => call.Method is not "GET" && !call.Path.EndsWith("token", StringComparison.Ordinal));

    private static bool IsWrite(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } task && task.GetGenericArguments()[0] is { IsGenericType: true } result
        && result.GetGenericTypeDefinition() == typeof(EffectOutcome<>);

    // Somebody whom Viewpoint knows: it is asked about the party first.
    private static async Task<(string Party, string Dossier)> TenantAsync(IServiceProvider services)
    {
        var viewpoint = services.GetRequiredService<IViewpoint>();
        var found = Assert.IsType<Reply<IReadOnlyList<Party>>.Answered>(
            await viewpoint.FindPartiesAsync("Mailstra", Cancellation)).Value[0].Id;
        return (found, Assert.IsType<Reply<string?>.Answered>(await viewpoint.FindDossierAsync(found, Cancellation)).Value!);
    }

    private static async Task<(string Write, string Outcome, FailureReason? Why)> OutcomeAsync(
        IServiceProvider services, MethodInfo write, (string Party, string Dossier) tenant)
    {
        var port = services.GetRequiredService(write.DeclaringType!);
        var task = (Task)write.Invoke(port, [.. write.GetParameters().Select(one => Example(one.ParameterType, tenant))])!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return (write.Name, outcome.GetType().Name, outcome.GetType().GetProperty("Why")?.GetValue(outcome) as FailureReason?);
    }

    private static object Example(Type type, (string Party, string Dossier) tenant) =>
        type == typeof(string) ? tenant.Party
        : type == typeof(EmailAddress) ? Bench.Address
        : type == typeof(EffectKey) ? Bench.Key
        : type == typeof(CancellationToken) ? Cancellation
        : type == typeof(DeliveryPreference) ? new DeliveryPreference(Bench.Address)
        : type == typeof(ContactCorrection) ? new ContactCorrection(new EmailContact(null, true, Bench.Address), null)
        : type == typeof(LetterRecord) ? new LetterRecord(Bench.Key, tenant.Party, tenant.Dossier, Sample.Now)
        : type == typeof(ContactRecord)
            ? new ContactRecord(Bench.Key, tenant.Party, ContactSubject.CodeByEmail, Channel.Mailbox, Sample.Now, null)
        : type == typeof(Letter) ? new Letter(
            Bench.Key, Bench.Party, ["A. Mailstra", "Kerkstraat 12", "5611 CD  EINDHOVEN"],
            ActivationCode.TryCreate("KANARIE-7F3K9Q2M", new("^[A-Z0-9-]+$"))!)
        : type == typeof(OutgoingMail) ? new OutgoingMail(Bench.Key, Bench.Address, new MailText("Aanvraag", "Beste huurder"))
        : throw new InvalidOperationException($"No example of {type}.");
}
