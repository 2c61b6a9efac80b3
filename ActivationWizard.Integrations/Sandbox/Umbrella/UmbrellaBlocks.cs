using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Umbrella;

/// <summary>Blocking and unblocking: 204 also when it was so already, and only a real change is an effect.</summary>
internal sealed class UmbrellaBlocks(SandboxWorld world)
{
    public SandboxReply Block(SandboxRequest request, UmbrellaCustomer customer)
    {
        if (customer.LivingAccount is not { } account) return UmbrellaSandbox.Problem(404, "geen-account");
        if (request.Object.Text("reden") is not { Length: > 0 } reason)
            return UmbrellaSandbox.Problem(400, "ongeldig-verzoek", "reden is missing.");
        if (account.Status == "GEB") return new(204);

        (account.StatusBeforeBlock, account.Status, account.BlokkadeReden) = (account.Status, "GEB", reason);
        return Done(request, customer, account, SandboxEffects.BlockAccount);
    }

    public SandboxReply Unblock(SandboxRequest request, UmbrellaCustomer customer)
    {
        if (customer.LivingAccount is not { } account) return UmbrellaSandbox.Problem(404, "geen-account");
        if (account.Status != "GEB") return new(204);

        (account.Status, account.StatusBeforeBlock, account.BlokkadeReden) = (account.StatusBeforeBlock ?? "GER", null, null);
        return Done(request, customer, account, SandboxEffects.UnblockAccount);
    }

    private SandboxReply Done(SandboxRequest request, UmbrellaCustomer customer, UmbrellaAccount account, string effect)
    {
        account.Version++;
        world.Record(request, effect, customer.KlantId, entry => entry with { Detail = account.AccountId });
        return new(204);
    }
}
