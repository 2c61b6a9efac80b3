using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Umbrella;

/// <summary>Reading, creating and deleting the account of a customer.</summary>
internal sealed class UmbrellaAccounts(SandboxWorld world)
{
    public static SandboxReply Read(SandboxRequest request, UmbrellaCustomer customer) =>
        customer.Account is { } account ? Shown(200, customer, account) : UmbrellaSandbox.Problem(404, "geen-account");

    public SandboxReply Create(SandboxRequest request, UmbrellaCustomer customer)
    {
        if (customer.LivingAccount is not null) return UmbrellaSandbox.Problem(409, "account-bestaat");

        customer.Account = new()
        {
            AccountId = "A" + world.State.NextId(),
            Status = "GER",
            Emailadres = request.Object.Text("emailadres"),
        };
        world.Record(request, SandboxEffects.CreateAccount, customer.KlantId, entry => entry with
        {
            Detail = customer.Account.AccountId,
            Recipient = customer.Account.Emailadres is { } address ? [address] : [],
        });
        return Shown(201, customer, customer.Account)
            .With("Location", $"{request.Origin}/api/v1/klanten/{customer.KlantId}/account");
    }

    public SandboxReply Delete(SandboxRequest request, UmbrellaCustomer customer)
    {
        if (request.Header("If-Match") is not { Length: > 0 } tags) return UmbrellaSandbox.Problem(428, "if-match-ontbreekt");
        if (customer.LivingAccount is not { } account) return UmbrellaSandbox.Problem(404, "geen-account");
        if (tags != "*" && !tags.Split(',', StringSplitOptions.TrimEntries).Contains(account.ETag))
            return UmbrellaSandbox.Problem(412, "gewijzigd");

        customer.Account = null;
        world.Record(request, SandboxEffects.DeleteAccount, customer.KlantId, entry => entry with { Detail = account.AccountId });
        return new(204);
    }

    private static SandboxReply Shown(int status, UmbrellaCustomer customer, UmbrellaAccount account)
    {
        var body = new JsonObject
        {
            ["klantId"] = customer.KlantId,
            ["accountId"] = account.AccountId,
            ["status"] = account.Status,
            ["activatiecodeAanwezig"] = account.Code is not null,
        };
        if (account.Emailadres is { } address) body["emailadres"] = address;
        if (account.BlokkadeReden is { } reason) body["blokkadeReden"] = reason;
        if (account.Code is { } code) body["codeVerlooptOp"] = code.ExpiresAt;
        return new SandboxReply(status, body).With("ETag", account.ETag);
    }
}
