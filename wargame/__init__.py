"""Under Silence: crisis consultation under the silence procedure, judged to the millisecond."""
