namespace ActivationWizard.App.Controls;

/// <summary>What is wrong with a field, in the words that stand at the field as well.</summary>
/// <param name="FieldId">The id of the input.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record FieldError(string FieldId, string Message);
