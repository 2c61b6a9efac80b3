using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Umbrella;

/// <summary>Fresh codes, mailed or not. Activation changes neither the account's address nor its status.</summary>
internal sealed class UmbrellaActivation(SandboxWorld world, UmbrellaSandboxOptions options)
{
    public SandboxReply Activate(SandboxRequest request, UmbrellaCustomer customer)
    {
        if (customer.LivingAccount is not { } account) return UmbrellaSandbox.Problem(404, "geen-account");
        if (account.Status == "GEB") return UmbrellaSandbox.Problem(409, "account-geblokkeerd");

        var way = request.Object.Text("verzendwijze");
        var address = (request.Object.Text("emailadres"))?.Trim();
        if (way is not ("email" or "geen"))
            return UmbrellaSandbox.Problem(400, "ongeldig-verzoek", "verzendwijze is email or geen.");
        if (way == "email" && string.IsNullOrEmpty(address)) return UmbrellaSandbox.Problem(422, "emailadres-ontbreekt");
        if (way == "email" && (request.Twist == Twist.EmailInUse || Listed(world.State.AddressesInUse, address!)))
            return UmbrellaSandbox.Problem(422, "emailadres-in-gebruik");

        var code = account.Code = new(NewCode(), world.Now + options.CodeLifetime);
        account.Version++;
        world.Record(request, SandboxEffects.ActivateAccount, customer.KlantId, entry => entry with
        {
            Detail = account.AccountId,
            CodeHash = SandboxWorld.Hash(code.Value),
        });
        var mailed = way == "email" && request.Twist != Twist.NotSent && !Listed(world.State.UnreachableAddresses, address!);
        if (mailed) Mail(request, customer, address!, code);
        return new(200, new JsonObject
        {
            ["accountId"] = account.AccountId,
            ["activatieId"] = "V" + world.State.NextId(),
            ["codeVerlooptOp"] = code.ExpiresAt,
            ["verzonden"] = mailed,
        });
    }

    public SandboxReply ReadCode(SandboxRequest request, UmbrellaCustomer customer) => customer.LivingAccount?.Code switch
    {
        null => UmbrellaSandbox.Problem(404, "geen-code"),
        var code when code.ExpiresAt <= world.Now => UmbrellaSandbox.Problem(410, "code-verlopen"),
        var code => new(200, new JsonObject
        {
            ["klantId"] = customer.KlantId,
            ["code"] = code.Value,
            ["verlooptOp"] = code.ExpiresAt,
        }),
    };

    /// <summary>Sixteen characters that begin with the canary, so that a leak is found by one word.</summary>
    public static string NewCode() => "KANARIE-" + RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 8);

    private void Mail(SandboxRequest request, UmbrellaCustomer customer, string address, UmbrellaCode code) =>
        world.Record(request, SandboxEffects.MailCode, customer.KlantId, entry => entry with
        {
            Recipient = [address],
            CodeHash = SandboxWorld.Hash(code.Value),
        });

    private static bool Listed(List<string> addresses, string address) =>
        addresses.Contains(address, StringComparer.OrdinalIgnoreCase);
}
