namespace ActivationWizard.App.SearchWords;

/// <summary>The fields that a page is asked by.</summary>
/// <param name="All">Their names, in the order of the address.</param>
/// <param name="Words">
/// Those of them that are typed freely, and may be a tenant's name, address, number or date: in an address they are sealed.
/// </param>
public sealed record FieldNames(IReadOnlyList<string> All, IReadOnlyList<string> Words);
