using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Words;

/// <summary>What to say to whoever gets no code, as the standard reply of that ground writes it.</summary>
public static class SayWords
{
    /// <summary>The words; those that give no reason where the requester may not know it.</summary>
    public static string Of(Ruling.Refuse refusal) => refusal switch
    {
        { Neutral: true } or { Ground: RefusalGround.ByHand or RefusalGround.NotAuthorised } => SayText.Neutral,
        _ => SayText.ResourceManager.Word($"{refusal.Ground}"),
    };
}
