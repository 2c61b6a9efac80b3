namespace ActivationWizard.App.SearchWords;

/// <summary>
/// Names the fields that are typed freely at an address. They stand in it sealed; an address that has one in clear is answered
/// by the same without it, see <see cref="ClearWords"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SearchedByAttribute(params string[] names) : Attribute
{
    /// <summary>The fields, as addresses of earlier versions have them.</summary>
    public IReadOnlyList<string> Names => names;
}
