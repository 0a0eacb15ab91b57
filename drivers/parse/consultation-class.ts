/** The class in which the app keeps what its users write. */
export const consultationClass = 'Consultation';
