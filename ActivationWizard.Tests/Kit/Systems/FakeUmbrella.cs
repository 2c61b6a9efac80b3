using System.Text.RegularExpressions;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>Portal accounts in memory; create and activate honour their key, delete, block and unblock are states.</summary>
internal sealed class FakeUmbrella(Calls calls, TimeProvider time) : IUmbrella
{
    private static readonly Regex Pattern = new("^[A-Z0-9-]{8,20}$");
    private readonly Dictionary<EffectKey, object> _answers = [];
    private int _ordinal = 1;

    public List<Customer> Customers { get; } = [];

    public Dictionary<string, PortalAccount> Accounts { get; } = [];

    /// <summary>The code that each customer's account holds now.</summary>
    public Dictionary<string, string> Codes { get; } = [];

    public TimeSpan CodeLives { get; set; } = TimeSpan.FromDays(30);

    public bool Mails { get; set; } = true;

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAsync(string partyCode, CancellationToken cancellation) =>
        calls.Read<IReadOnlyList<Customer>>("customers", () => [.. Customers.Where(one => one.PartyCode == partyCode)]);

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAtAsync(AddressKey address, CancellationToken cancellation) =>
        calls.Read<IReadOnlyList<Customer>>("customers-at", () => [.. Customers]);

    public Task<Reply<PortalAccount>> ReadAccountAsync(string customerId, CancellationToken cancellation) =>
        calls.Read("account", () => Accounts.GetValueOrDefault(customerId, PortalAccount.Absent(customerId)));

    public Task<EffectOutcome<PortalAccount>> CreateAccountAsync(
        string customerId, EmailAddress? email, EffectKey key, CancellationToken cancellation) =>
        calls.Change("create", () => Once<PortalAccount>(key, () =>
        {
            if (Accounts.ContainsKey(customerId))
                return new EffectOutcome<PortalAccount>.Refused("account-bestaat");

            calls.Ledger.Add(new("create", key, email?.ToString()));
            return new EffectOutcome<PortalAccount>.Done(
                Accounts[customerId] = Sample.Account(customerId, email: email) with { Id = NewId() });
        }));

    public Task<EffectOutcome<NoResult>> DeleteAccountAsync(
        string customerId, string version, EffectKey key, CancellationToken cancellation) => calls.Change("delete", () =>
        {
            if (Accounts.TryGetValue(customerId, out var account) && account.Version != version)
                return new EffectOutcome<NoResult>.Refused("gewijzigd");
            if (Accounts.Remove(customerId))
                calls.Ledger.Add(new("delete", key, account!.Id));
            Codes.Remove(customerId);
            return Done();
        });

    public Task<EffectOutcome<Activation>> ActivateAsync(
        string customerId, EmailAddress? mailTo, EffectKey key, CancellationToken cancellation) =>
        calls.Change("activate", () => Once<Activation>(key, () =>
        {
            if (!Accounts.TryGetValue(customerId, out var account) || account.Status is AccountStatus.Blocked)
                return new EffectOutcome<Activation>.Refused(account is null ? "geen-account" : "account-geblokkeerd");

            Codes[customerId] = $"KANARIE-{++_ordinal:0000}";
            Accounts[customerId] = account with { HasCode = true, CodeExpiresAt = time.GetUtcNow() + CodeLives };
            calls.Ledger.Add(new(mailTo is null ? "activate" : "mail-code", key, mailTo?.ToString()));
            return new EffectOutcome<Activation>.Done(
                new(account.Id!, time.GetUtcNow() + CodeLives, mailTo is not null && Mails));
        }));

    public Task<Reply<CodeReading>> ReadCodeAsync(string customerId, CancellationToken cancellation) => calls.Read("code", () =>
        Accounts.TryGetValue(customerId, out var account) && Codes.TryGetValue(customerId, out var code)
            ? new CodeReading(ActivationCode.TryCreate(code, Pattern), account.CodeExpiresAt)
            : new CodeReading(null, null));

    public ActivationCode? Recognise(string? typed) => ActivationCode.TryCreate(typed?.Trim(), Pattern);

    public Task<EffectOutcome<NoResult>> BlockAsync(string customerId, EffectKey key, CancellationToken cancellation) =>
        calls.Change("block", () => State(customerId, "block", key, AccountStatus.Blocked));

    public Task<EffectOutcome<NoResult>> UnblockAsync(string customerId, EffectKey key, CancellationToken cancellation) =>
        calls.Change("unblock", () => State(customerId, "unblock", key, Former));

    /// <summary>What an account turns out to be once its block is off.</summary>
    public AccountStatus Former { get; set; } = AccountStatus.Registered;

    private EffectOutcome<NoResult> State(string customerId, string what, EffectKey key, AccountStatus wanted)
    {
        if (!Accounts.TryGetValue(customerId, out var account))
            return new EffectOutcome<NoResult>.Refused("geen-account");
        if (account.Status != wanted)
            calls.Ledger.Add(new(what, key, customerId));
        Accounts[customerId] = account with { Status = wanted };
        return Done();
    }

    private EffectOutcome<T> Once<T>(EffectKey key, Func<EffectOutcome<T>> act)
    {
        if (_answers.TryGetValue(key, out var earlier))
            return (EffectOutcome<T>)earlier;

        var outcome = act();
        if (outcome is EffectOutcome<T>.Done)
            _answers[key] = outcome;
        return outcome;
    }

    private string NewId() => $"acc-{++_ordinal}";

    private static EffectOutcome<NoResult> Done() => new EffectOutcome<NoResult>.Done(NoResult.Value);
}
